/* Loaded before a program (LD_PRELOAD), brings it trouble at a call of its choice, or another time of day.
 *
 * TROUBLE_AT=N    the N-th call, from 1, that writes, syncs, cuts off, renames, links, makes or removes something
 * TROUBLE=KILL    ends the process there, as a loss of power does; else this and all later calls fail:
 * TROUBLE=ENOSPC  no room is left; EIO: the disk is broken
 * TROUBLE_COUNT=F writes into file F how many such calls there were
 * TROUBLE_NOW=S   the time is S seconds after the start of 1970
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;
static long place;
static int reason;

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("TROUBLE_AT"), *kind = getenv("TROUBLE");
    place = at ? atol(at) : 0;
    reason = !kind || !strcmp(kind, "KILL") ? 0 : strcmp(kind, "ENOSPC") ? EIO : ENOSPC;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("TROUBLE_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld", (long)calls);
    fclose(file);
}

/* Whether the call that comes now is to fail. */
static int strikes(int fails) {
    long call = ++calls;
    if (!place || call < place) return 0;
    if (!reason) kill(getpid(), SIGKILL);
    if (!fails) return 0;
    errno = reason;
    return 1;
}

/* The function that stands behind the one of the same name here. */
#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    return file > 2 && strikes(1) ? -1 : real(file, bytes, count);
}

int fsync(int file) {
    REAL(fsync);
    return strikes(1) ? -1 : real(file);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
    REAL(pwrite);
    return strikes(1) ? -1 : real(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
    REAL(pwrite64);
    return strikes(1) ? -1 : real(file, bytes, count, place);
}

int fdatasync(int file) {
    REAL(fdatasync);
    return strikes(1) ? -1 : real(file);
}

int ftruncate64(int file, off64_t length) {
    REAL(ftruncate64);
    return strikes(1) ? -1 : real(file, length);
}

int rename(const char *from, const char *to) {
    REAL(rename);
    return strikes(1) ? -1 : real(from, to);
}

int link(const char *from, const char *to) {
    REAL(link);
    return strikes(1) ? -1 : real(from, to);
}

int symlink(const char *from, const char *to) {
    REAL(symlink);
    return strikes(1) ? -1 : real(from, to);
}

int mkdir(const char *path, mode_t mode) {
    REAL(mkdir);
    return strikes(1) ? -1 : real(path, mode);
}

int unlink(const char *path) {
    REAL(unlink);
    return strikes(0) ? -1 : real(path);
}

int rmdir(const char *path) {
    REAL(rmdir);
    return strikes(0) ? -1 : real(path);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    REAL(clock_gettime);
    const char *now = clock == CLOCK_REALTIME ? getenv("TROUBLE_NOW") : NULL;
    if (!now) return real(clock, time);
    time->tv_sec = atoll(now);
    time->tv_nsec = 0;
    return 0;
}

int gettimeofday(struct timeval *time, void *zone) {
    REAL(gettimeofday);
    const char *now = getenv("TROUBLE_NOW");
    if (!now) return real(time, zone);
    time->tv_sec = atoll(now);
    time->tv_usec = 0;
    return 0;
}
