package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that a partner writes. It asks before each write whether so much may be written; what has become too large, or could not be
 * written, is deleted when it is closed, because half of a file is of no use and would keep the quota used up. It is closed also when
 * the session breaks off; what has come until then stays, so that the partner may go on.
 */
final class MeteredChannel implements SeekableByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(MeteredChannel.class);

    private final FileChannel channel;
    private final Jail jail;
    private final Path file;
    private final Object session;
    private final boolean isUpload;
    private long end;
    private boolean isBroken;
    private boolean isClosed;

    /**
     * @param session who writes
     * @param isUpload false: only to set the size of a file that the session writes already
     */
    MeteredChannel(FileChannel channel, Jail jail, Path file, Object session, boolean isUpload) throws IOException {
        this.channel = channel;
        this.jail = jail;
        this.file = file;
        this.session = session;
        this.isUpload = isUpload;
        this.end = channel.size();
    }

    @Override
    public synchronized int write(ByteBuffer bytes) throws IOException {
        if (isBroken) {
            throw new IOException("an earlier part of the file could not be written; bring it again");
        }
        int length = bytes.remaining();
        long newEnd = channel.position() + length;
        try {
            jail.write(file, session, newEnd, Math.max(0, newEnd - end), () -> {
                // nobody above looks how much was written
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            });
        } catch (ClosedChannelException | AccessDeniedException noFault) {
            // the session broke off, or another one has the file: nothing is wrong with what was written
            throw noFault;
        } catch (IOException e) {
            isBroken = true;
            throw e;
        }
        end = Math.max(end, newEnd);
        return length;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return channel.read(bytes);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        channel.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        jail.write(file, session, Math.min(size, channel.size()), 0, () -> channel.truncate(size));
        return this;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** The channel below is closed already when the session broke off in the middle of a write. */
    @Override
    public synchronized void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            if (channel.isOpen()) {
                // the partner deletes its own when it is told that all went well
                channel.force(true);
            }
        } finally {
            try {
                channel.close();
            } finally {
                end();
            }
        }
    }

    private void end() throws IOException {
        if (!isUpload) {
            return;
        }
        if (!jail.endWriting(file, session, isBroken)) {
            throw new AccessDeniedException(file.getFileName().toString(), null, Jail.ANOTHER_WRITES);
        }
        if (isBroken) {
            LOG.warn("a file of a partner was too large, or its folder or our disk full, and is deleted file={}", file);
        }
    }
}
