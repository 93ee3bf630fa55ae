package org.shelfmates.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The data directory belongs to one running instance: a lock on a file in it, which ends with the process. */
final class DataDirectory {

    /** Held for as long as this process lives; a lock that nobody refers to would be let go. */
    private static final Map<Path, FileLock> HELD = new ConcurrentHashMap<>();

    private DataDirectory() {}

    /**
     * @throws CannotStart when another process holds the directory, or it cannot be written
     */
    static Path claim(String name) {
        Path directory = Path.of(name).toAbsolutePath().normalize();
        HELD.computeIfAbsent(directory, DataDirectory::lock);
        return directory;
    }

    private static FileLock lock(Path directory) {
        FileLock lock;
        try {
            Files.createDirectories(directory);
            lock = tryLock(directory.resolve("lock"));
        } catch (IOException e) {
            throw new CannotStart("the data directory " + directory + " cannot be used (" + e.getMessage()
                    + "). Choose another with --shelfmates.data-dir=….");
        }
        if (lock == null) {
            throw new CannotStart("the data directory " + directory + " is in use by another instance of Shelfmates."
                    + " Stop it, or choose another directory with --shelfmates.data-dir=….");
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
    }
}
