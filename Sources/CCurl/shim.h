/* libcurl brings 25 other libraries with it, which takes a program longer to load than all that it does in a short run; so it is loaded
   when it is first asked for. The header's functions get another name, and those below stand in their place: each finds that of the
   library once. Invariant: nobody calls one before curl_global_init has said CURLE_OK, which it does not where the library is missing. */
#include <dlfcn.h>
#include <stddef.h>

#define curl_easy_cleanup curl_easy_cleanup_of_header
#define curl_easy_init curl_easy_init_of_header
#define curl_easy_perform curl_easy_perform_of_header
#define curl_easy_setopt curl_easy_setopt_of_header
#define curl_easy_strerror curl_easy_strerror_of_header
#define curl_global_init curl_global_init_of_header
#define curl_multi_add_handle curl_multi_add_handle_of_header
#define curl_multi_cleanup curl_multi_cleanup_of_header
#define curl_multi_info_read curl_multi_info_read_of_header
#define curl_multi_init curl_multi_init_of_header
#define curl_multi_perform curl_multi_perform_of_header
#define curl_multi_poll curl_multi_poll_of_header
#define curl_multi_remove_handle curl_multi_remove_handle_of_header
#define curl_slist_append curl_slist_append_of_header
#define curl_slist_free_all curl_slist_free_all_of_header
#include <curl/curl.h>
#undef curl_easy_cleanup
#undef curl_easy_init
#undef curl_easy_perform
#undef curl_easy_setopt
#undef curl_easy_strerror
#undef curl_global_init
#undef curl_multi_add_handle
#undef curl_multi_cleanup
#undef curl_multi_info_read
#undef curl_multi_init
#undef curl_multi_perform
#undef curl_multi_poll
#undef curl_multi_remove_handle
#undef curl_slist_append
#undef curl_slist_free_all
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>

/* A function of the library, which is loaded once and kept; NULL where it has none of that name, or is not there. */
static inline void *tadrib_curl_function(const char *name) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, name) : NULL;
}

/* Result, name, parameters and arguments of each function that is used. */
#define TADRIB_CURL_FUNCTIONS(F) \
    F(void, curl_easy_cleanup, (CURL *handle), (handle)) \
    F(CURL *, curl_easy_init, (void), ()) \
    F(CURLcode, curl_easy_perform, (CURL *handle), (handle)) \
    F(const char *, curl_easy_strerror, (CURLcode code), (code)) \
    F(CURLMcode, curl_multi_add_handle, (CURLM *multi, CURL *handle), (multi, handle)) \
    F(CURLMcode, curl_multi_cleanup, (CURLM *multi), (multi)) \
    F(CURLMsg *, curl_multi_info_read, (CURLM *multi, int *left), (multi, left)) \
    F(CURLM *, curl_multi_init, (void), ()) \
    F(CURLMcode, curl_multi_perform, (CURLM *multi, int *running), (multi, running)) \
    F(CURLMcode, curl_multi_poll, \
      (CURLM *multi, struct curl_waitfd *extra, unsigned int count, int milliseconds, int *events), \
      (multi, extra, count, milliseconds, events)) \
    F(CURLMcode, curl_multi_remove_handle, (CURLM *multi, CURL *handle), (multi, handle)) \
    F(struct curl_slist *, curl_slist_append, (struct curl_slist *list, const char *text), (list, text)) \
    F(void, curl_slist_free_all, (struct curl_slist *list), (list))

/* Threads that find a function at the same time find the same one. */
#define TADRIB_CURL_WRAPPER(result, name, parameters, arguments) \
    static inline result name parameters { \
        static result(*found) parameters; \
        result(*function) parameters = __atomic_load_n(&found, __ATOMIC_RELAXED); \
        if (!function) { \
            function = (result(*) parameters)tadrib_curl_function(#name); \
            __atomic_store_n(&found, function, __ATOMIC_RELAXED); \
        } \
        return function arguments; \
    }
TADRIB_CURL_FUNCTIONS(TADRIB_CURL_WRAPPER)

typedef CURLcode (*tadrib_curl_setopt)(CURL *, CURLoption, ...);

static inline tadrib_curl_setopt tadrib_curl_setopt_of_library(void) {
    static tadrib_curl_setopt found;
    tadrib_curl_setopt function = __atomic_load_n(&found, __ATOMIC_RELAXED);
    if (!function) {
        function = (tadrib_curl_setopt)tadrib_curl_function("curl_easy_setopt");
        __atomic_store_n(&found, function, __ATOMIC_RELAXED);
    }
    return function;
}
#define curl_easy_setopt(handle, option, value) tadrib_curl_setopt_of_library()(handle, option, value)

/* Fails where the library cannot be loaded or lacks a function. */
static inline CURLcode curl_global_init(long flags) {
#define TADRIB_CURL_CHECK(result, name, parameters, arguments) \
    if (!tadrib_curl_function(#name)) return CURLE_FAILED_INIT;
    TADRIB_CURL_FUNCTIONS(TADRIB_CURL_CHECK)
    CURLcode (*function)(long) = (CURLcode(*)(long))tadrib_curl_function("curl_global_init");
    return function && tadrib_curl_setopt_of_library() ? function(flags) : CURLE_FAILED_INIT;
}

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
