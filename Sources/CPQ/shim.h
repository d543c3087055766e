/* libpq brings 25 other libraries with it, which takes a program longer to load than all that it does in a short run; so it is loaded
   when it is first asked for. The header's functions get another name, and those below stand in their place: each finds that of the
   library once. Invariant: nobody calls one before tadrib_pq_is_there() has said yes. */
#include <dlfcn.h>
#include <stddef.h>

#define PQclear PQclear_of_header
#define PQconnectPoll PQconnectPoll_of_header
#define PQconnectStartParams PQconnectStartParams_of_header
#define PQconnectionNeedsPassword PQconnectionNeedsPassword_of_header
#define PQconninfoFree PQconninfoFree_of_header
#define PQconninfoParse PQconninfoParse_of_header
#define PQdb PQdb_of_header
#define PQerrorMessage PQerrorMessage_of_header
#define PQexec PQexec_of_header
#define PQfinish PQfinish_of_header
#define PQfreemem PQfreemem_of_header
#define PQgetCopyData PQgetCopyData_of_header
#define PQgetResult PQgetResult_of_header
#define PQgetisnull PQgetisnull_of_header
#define PQgetvalue PQgetvalue_of_header
#define PQputCopyData PQputCopyData_of_header
#define PQputCopyEnd PQputCopyEnd_of_header
#define PQresultErrorField PQresultErrorField_of_header
#define PQresultStatus PQresultStatus_of_header
#define PQsendQueryParams PQsendQueryParams_of_header
#define PQsetErrorVerbosity PQsetErrorVerbosity_of_header
#define PQsetNoticeProcessor PQsetNoticeProcessor_of_header
#define PQsetSingleRowMode PQsetSingleRowMode_of_header
#define PQsocket PQsocket_of_header
#define PQstatus PQstatus_of_header
#include <postgresql/libpq-fe.h>
#undef PQclear
#undef PQconnectPoll
#undef PQconnectStartParams
#undef PQconnectionNeedsPassword
#undef PQconninfoFree
#undef PQconninfoParse
#undef PQdb
#undef PQerrorMessage
#undef PQexec
#undef PQfinish
#undef PQfreemem
#undef PQgetCopyData
#undef PQgetResult
#undef PQgetisnull
#undef PQgetvalue
#undef PQputCopyData
#undef PQputCopyEnd
#undef PQresultErrorField
#undef PQresultStatus
#undef PQsendQueryParams
#undef PQsetErrorVerbosity
#undef PQsetNoticeProcessor
#undef PQsetSingleRowMode
#undef PQsocket
#undef PQstatus

/* A function of the library, which is loaded once and kept; NULL where it has none of that name, or is not there. */
static inline void *tadrib_pq_function(const char *name) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, name) : NULL;
}

/* Result, name, parameters and arguments of each function that is used. */
#define TADRIB_PQ_FUNCTIONS(F) \
    F(void, PQclear, (PGresult *result), (result)) \
    F(PostgresPollingStatusType, PQconnectPoll, (PGconn *connection), (connection)) \
    F(PGconn *, PQconnectStartParams, (const char *const *names, const char *const *values, int expand), \
      (names, values, expand)) \
    F(int, PQconnectionNeedsPassword, (const PGconn *connection), (connection)) \
    F(void, PQconninfoFree, (PQconninfoOption *options), (options)) \
    F(PQconninfoOption *, PQconninfoParse, (const char *text, char **said), (text, said)) \
    F(char *, PQdb, (const PGconn *connection), (connection)) \
    F(char *, PQerrorMessage, (const PGconn *connection), (connection)) \
    F(PGresult *, PQexec, (PGconn *connection, const char *query), (connection, query)) \
    F(void, PQfinish, (PGconn *connection), (connection)) \
    F(void, PQfreemem, (void *memory), (memory)) \
    F(int, PQgetCopyData, (PGconn *connection, char **row, int async), (connection, row, async)) \
    F(PGresult *, PQgetResult, (PGconn *connection), (connection)) \
    F(int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column)) \
    F(char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column)) \
    F(int, PQputCopyData, (PGconn *connection, const char *bytes, int count), (connection, bytes, count)) \
    F(int, PQputCopyEnd, (PGconn *connection, const char *error), (connection, error)) \
    F(char *, PQresultErrorField, (const PGresult *result, int field), (result, field)) \
    F(ExecStatusType, PQresultStatus, (const PGresult *result), (result)) \
    F(int, PQsendQueryParams, \
      (PGconn *connection, const char *query, int count, const Oid *types, const char *const *values, \
       const int *lengths, const int *formats, int format), \
      (connection, query, count, types, values, lengths, formats, format)) \
    F(PGVerbosity, PQsetErrorVerbosity, (PGconn *connection, PGVerbosity verbosity), (connection, verbosity)) \
    F(PQnoticeProcessor, PQsetNoticeProcessor, (PGconn *connection, PQnoticeProcessor processor, void *value), \
      (connection, processor, value)) \
    F(int, PQsetSingleRowMode, (PGconn *connection), (connection)) \
    F(int, PQsocket, (const PGconn *connection), (connection)) \
    F(ConnStatusType, PQstatus, (const PGconn *connection), (connection))

/* Threads that find a function at the same time find the same one. */
#define TADRIB_PQ_WRAPPER(result, name, parameters, arguments) \
    static inline result name parameters { \
        static result(*found) parameters; \
        result(*function) parameters = __atomic_load_n(&found, __ATOMIC_RELAXED); \
        if (!function) { \
            function = (result(*) parameters)tadrib_pq_function(#name); \
            __atomic_store_n(&found, function, __ATOMIC_RELAXED); \
        } \
        return function arguments; \
    }
TADRIB_PQ_FUNCTIONS(TADRIB_PQ_WRAPPER)

/* Whether the library can be loaded and has all of these functions. */
static inline int tadrib_pq_is_there(void) {
#define TADRIB_PQ_CHECK(result, name, parameters, arguments) \
    if (!tadrib_pq_function(#name)) return 0;
    TADRIB_PQ_FUNCTIONS(TADRIB_PQ_CHECK)
    return 1;
}
