#include <curl/curl.h>

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
