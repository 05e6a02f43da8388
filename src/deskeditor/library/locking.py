"""A lock on an open file that ends with the process that holds it, however that ends."""

import sys

if sys.platform == "win32":
    import msvcrt
    import os

    _FAR = 2**31 - 2  # behind all that is ever written: Windows locks what it locks against reading too

    def try_lock(fd: int) -> bool:
        """Take the file for this descriptor; False where another has it."""
        place = os.lseek(fd, 0, os.SEEK_CUR)
        try:
            os.lseek(fd, _FAR, os.SEEK_SET)
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(fd, place, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(fd: int) -> bool:
        """Take the file for this descriptor; False where another has it."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
