#include "failing_disk.h"

#include <sqlite3.h>

#include <new>

namespace collector {

namespace {

/// What a VFS can tell its callbacks apart by is global in SQLite, so this is too.
struct Plan {
  int left = -1;  // changes until the failure; negative: none planned
  FailingDisk::Failure failure = FailingDisk::Failure::Once;
  bool failed = false;
};

Plan plan;
sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs shim_vfs;

/// A file of ours stands before the real one in the same piece of memory.
struct File {
  sqlite3_file base;

  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* of(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}

bool fails_now() {
  if (plan.left < 0) return false;
  if (plan.left > 0) {
    --plan.left;
    return false;
  }
  if (plan.failure == FailingDisk::Failure::Once) plan.left = -1;
  plan.failed = true;
  return true;
}

template <auto Method, typename... Arguments>
int forward(sqlite3_file* file, Arguments... arguments) {
  sqlite3_file* real = of(file)->real();
  return (real->pMethods->*Method)(real, arguments...);
}

template <auto Method, int Error, typename... Arguments>
int forward_or_fail(sqlite3_file* file, Arguments... arguments) {
  return fails_now() ? Error : forward<Method>(file, arguments...);
}

/// Fails in turn, and is no more than said to be done else: no power is cut in a test.
int sync(sqlite3_file* /*file*/, int /*flags*/) {
  return fails_now() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

void shm_barrier(sqlite3_file* file) {
  sqlite3_file* real = of(file)->real();
  real->pMethods->xShmBarrier(real);
}

using Methods = sqlite3_io_methods;

const Methods kMethods = {
    .iVersion = 2,
    .xClose = forward<&Methods::xClose>,
    .xRead = forward<&Methods::xRead, void*, int, sqlite3_int64>,
    .xWrite = forward_or_fail<&Methods::xWrite, SQLITE_FULL, const void*, int, sqlite3_int64>,
    .xTruncate = forward_or_fail<&Methods::xTruncate, SQLITE_IOERR_TRUNCATE, sqlite3_int64>,
    .xSync = sync,
    .xFileSize = forward<&Methods::xFileSize, sqlite3_int64*>,
    .xLock = forward<&Methods::xLock, int>,
    .xUnlock = forward<&Methods::xUnlock, int>,
    .xCheckReservedLock = forward<&Methods::xCheckReservedLock, int*>,
    .xFileControl = forward<&Methods::xFileControl, int, void*>,
    .xSectorSize = forward<&Methods::xSectorSize>,
    .xDeviceCharacteristics = forward<&Methods::xDeviceCharacteristics>,
    .xShmMap = forward<&Methods::xShmMap, int, int, int, void volatile**>,
    .xShmLock = forward<&Methods::xShmLock, int, int, int>,
    .xShmBarrier = shm_barrier,
    .xShmUnmap = forward<&Methods::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags,
              int* opened) {
  const int code = real_vfs->xOpen(real_vfs, name, of(file)->real(), flags, opened);
  file->pMethods = code == SQLITE_OK ? &kMethods : nullptr;
  return code;
}

int delete_file(sqlite3_vfs* /*vfs*/, const char* name, int sync) {
  if (fails_now()) return SQLITE_IOERR_DELETE;
  return real_vfs->xDelete(real_vfs, name, sync);
}

}  // namespace

FailingDisk::FailingDisk() {
  plan = {};
  real_vfs = sqlite3_vfs_find(nullptr);
  shim_vfs = *real_vfs;
  shim_vfs.zName = "failing";
  shim_vfs.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
  shim_vfs.xOpen = open_file;
  shim_vfs.xDelete = delete_file;
  sqlite3_vfs_register(&shim_vfs, 1);
}

FailingDisk::~FailingDisk() {
  sqlite3_vfs_unregister(&shim_vfs);
  sqlite3_vfs_register(real_vfs, 1);
}

void FailingDisk::fail(int nth, Failure failure) {
  plan = {nth, failure, false};
}

void FailingDisk::mend() {
  plan.left = -1;
}

bool FailingDisk::has_failed() const {
  return plan.failed;
}

}  // namespace collector
