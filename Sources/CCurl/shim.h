#include <curl/curl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>

/* Swift cannot call functions with "...": one function for each kind of value that an option or a question takes. */

typedef size_t (*tadrib_curl_sink)(char *, size_t, size_t, void *);

static inline CURLcode tadrib_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode tadrib_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode tadrib_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode tadrib_curl_set_sink(
    CURL *handle, CURLoption function, CURLoption data, tadrib_curl_sink sink, void *value) {
    CURLcode code = curl_easy_setopt(handle, function, sink);
    return code == CURLE_OK ? curl_easy_setopt(handle, data, value) : code;
}
/* The callback is told each socket before it connects. */
typedef int (*tadrib_curl_socket)(void *, curl_socket_t, curlsocktype);

static inline CURLcode tadrib_curl_set_socket(CURL *handle, tadrib_curl_socket function, void *value) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, function);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_SOCKOPTDATA, value) : code;
}
/* Whether the other side has sent anything; also where the system does not say.

   The number is tcpi_bytes_received of the kernel's struct tcp_info, which keeps its places for ever. The C library's struct of
   the same name ends before it, and one program cannot include both. */
static inline int tadrib_socket_was_answered(curl_socket_t socket) {
    enum { place_of_bytes_received = 128 };
    unsigned char info[256] = {0};
    socklen_t length = sizeof info;
    unsigned long long received = 0;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, info, &length) != 0) return 1;
    if (length < place_of_bytes_received + sizeof received) return 1;
    memcpy(&received, info + place_of_bytes_received, sizeof received);
    return received > 0;
}
/* The callback is told what goes over the connection, the commands that this side sends among it. */
static inline CURLcode tadrib_curl_set_trace(CURL *handle, curl_debug_callback function, void *value) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, function);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_DEBUGDATA, value);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L) : code;
}
/* The bytes are copied. */
static inline CURLcode tadrib_curl_set_body(CURL *handle, const void *bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes) : code;
}
/* The result of the one transfer of a handle that is done. */
static inline CURLcode tadrib_curl_result(CURLM *multi) {
    int left = 0;
    CURLMsg *message = curl_multi_info_read(multi, &left);
    return message && message->msg == CURLMSG_DONE ? message->data.result : CURLE_RECV_ERROR;
}
