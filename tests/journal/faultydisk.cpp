// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultydisk.h"

#include <new>
#include <stdexcept>

namespace palpate::testing {

namespace {

struct Plan {
    int left = 0; ///< changes until the fault; 0 when none is planned
    FaultyDisk::Fault fault = FaultyDisk::Fault::once;
    int code = SQLITE_OK;
    bool failed = false;
};

// SQLite calls back through plain functions: the plan has to be where they find it.
Plan plan;
sqlite3_vfs *realDisk = nullptr;
sqlite3_vfs faultyDisk{};

/// SQLITE_OK, or the code to fail with: `specific` tells SQLite which kind of call it was that failed.
int nextChange(int specific)
{
    if (plan.left == 0 || --plan.left > 0) {
        return SQLITE_OK;
    }
    plan.failed = true;
    if (plan.fault == FaultyDisk::Fault::fromThenOn) {
        plan.left = 1;
    }
    return plan.code == SQLITE_IOERR ? specific : plan.code;
}

struct File {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real; }

sqlite3_io_methods makeMethods()
{
    sqlite3_io_methods methods{};
    methods.iVersion = 2; // without memory-mapped reads, so that every access passes here
    methods.xClose = [](sqlite3_file *file) { return realOf(file)->pMethods->xClose(realOf(file)); };
    methods.xRead = [](sqlite3_file *file, void *into, int size, sqlite3_int64 at) {
        return realOf(file)->pMethods->xRead(realOf(file), into, size, at);
    };
    methods.xWrite = [](sqlite3_file *file, const void *from, int size, sqlite3_int64 at) {
        const int fault = nextChange(SQLITE_IOERR_WRITE);
        if (fault == SQLITE_OK) {
            return realOf(file)->pMethods->xWrite(realOf(file), from, size, at);
        }
        // A disk fails in the middle of a write, not before it: the first half arrives.
        (void)realOf(file)->pMethods->xWrite(realOf(file), from, size / 2, at);
        return fault;
    };
    methods.xTruncate = [](sqlite3_file *file, sqlite3_int64 size) {
        const int fault = nextChange(SQLITE_IOERR_TRUNCATE);
        return fault != SQLITE_OK ? fault : realOf(file)->pMethods->xTruncate(realOf(file), size);
    };
    methods.xSync = [](sqlite3_file *file, int flags) {
        const int fault = nextChange(SQLITE_IOERR_FSYNC);
        return fault != SQLITE_OK ? fault : realOf(file)->pMethods->xSync(realOf(file), flags);
    };
    methods.xFileSize = [](sqlite3_file *file, sqlite3_int64 *size) {
        return realOf(file)->pMethods->xFileSize(realOf(file), size);
    };
    methods.xLock = [](sqlite3_file *file, int level) { return realOf(file)->pMethods->xLock(realOf(file), level); };
    methods.xUnlock = [](sqlite3_file *file, int level) {
        return realOf(file)->pMethods->xUnlock(realOf(file), level);
    };
    methods.xCheckReservedLock = [](sqlite3_file *file, int *result) {
        return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
    };
    methods.xFileControl = [](sqlite3_file *file, int what, void *argument) {
        return realOf(file)->pMethods->xFileControl(realOf(file), what, argument);
    };
    methods.xSectorSize = [](sqlite3_file *file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); };
    methods.xDeviceCharacteristics = [](sqlite3_file *file) {
        return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
    };
    methods.xShmMap = [](sqlite3_file *file, int page, int size, int extend, void volatile **into) {
        const int fault = extend != 0 ? nextChange(SQLITE_IOERR_SHMMAP) : SQLITE_OK;
        return fault != SQLITE_OK ? fault : realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, into);
    };
    methods.xShmLock = [](sqlite3_file *file, int offset, int count, int flags) {
        return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
    };
    methods.xShmBarrier = [](sqlite3_file *file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); };
    methods.xShmUnmap = [](sqlite3_file *file, int remove) {
        return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
    };
    return methods;
}

const sqlite3_io_methods faultyMethods = makeMethods();

int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *flagsOut)
{
    // SQLite gives room for both: the wrapper and, behind it, the real file.
    auto *wrapper = new (file) File{};
    wrapper->real = reinterpret_cast<sqlite3_file *>(wrapper + 1);
    const int code = realDisk->xOpen(realDisk, name, wrapper->real, flags, flagsOut);
    wrapper->base.pMethods = wrapper->real->pMethods != nullptr ? &faultyMethods : nullptr;
    return code;
}

int remove(sqlite3_vfs *, const char *name, int syncFolder)
{
    const int fault = nextChange(SQLITE_IOERR_DELETE);
    return fault != SQLITE_OK ? fault : realDisk->xDelete(realDisk, name, syncFolder);
}

} // namespace

FaultyDisk::FaultyDisk()
{
    realDisk = sqlite3_vfs_find(nullptr);
    faultyDisk = *realDisk;
    faultyDisk.zName = "palpate-faulty";
    faultyDisk.szOsFile = realDisk->szOsFile + static_cast<int>(sizeof(File));
    faultyDisk.xOpen = open;
    faultyDisk.xDelete = remove;
    if (sqlite3_vfs_register(&faultyDisk, 1) != SQLITE_OK) {
        throw std::runtime_error{"cannot put the faulty disk in place"};
    }
    repair();
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&faultyDisk);
    sqlite3_vfs_register(realDisk, 1);
}

void FaultyDisk::failAt(int call, Fault fault, int code) noexcept { plan = {call, fault, code, false}; }

void FaultyDisk::repair() noexcept { plan.left = 0; }

bool FaultyDisk::hasFailed() const noexcept { return plan.failed; }

} // namespace palpate::testing
