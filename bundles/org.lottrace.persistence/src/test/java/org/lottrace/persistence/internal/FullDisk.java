package org.lottrace.persistence.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2 on a disk that is full when it is told so: {@code jdbc:h2:file:full:PATH}. A small disk of its own needs an administrator. */
public final class FullDisk extends FilePathWrapper {
    public static volatile boolean isFull;

    public static void register() {
        FilePath.register(new FullDisk());
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel disk;

        Channel(FileChannel disk) {
            this.disk = disk;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            refuseWhenFull();
            return disk.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return disk.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return disk.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            disk.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close();
        }

        /** What the system says, word for word. */
        private static void refuseWhenFull() throws IOException {
            if (isFull) {
                throw new IOException("No space left on device");
            }
        }
    }
}
