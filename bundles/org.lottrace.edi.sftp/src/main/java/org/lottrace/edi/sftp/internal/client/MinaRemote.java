package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.lottrace.edi.sftp.internal.outgoing.RefusedByServerException;
import org.lottrace.edi.sftp.internal.outgoing.Remote;
import org.lottrace.edi.sftp.internal.outgoing.RemoteFile;

/** SFTP, version 3 and later. */
final class MinaRemote implements Remote {
    private static final int CHUNK = 32 * 1024;

    private final ClientSession session;
    private final SftpClient client;
    private final HangGuard guard;

    MinaRemote(ClientSession session, SftpClient client, HangGuard guard) {
        this.session = session;
        this.client = client;
        this.guard = guard;
    }

    @Override
    public List<RemoteFile> list(String folder, int most) throws IOException {
        return asked("list " + folder, () -> {
            List<RemoteFile> files = new ArrayList<>();
            try (SftpClient.CloseableHandle handle = client.openDir(folder)) {
                for (List<DirEntry> some = client.readDir(handle); some != null; some = client.readDir(handle)) {
                    guard.moved();
                    for (DirEntry entry : some) {
                        if (entry.getAttributes().isRegularFile() && files.size() < most) {
                            files.add(file(entry.getFilename(), entry.getAttributes()));
                        }
                    }
                    if (files.size() >= most) {
                        break;
                    }
                }
            }
            return files;
        });
    }

    @Override
    public Optional<RemoteFile> find(String path) throws IOException {
        try {
            Attributes attributes = asked("look at " + path, () -> client.lstat(path));
            return attributes.isRegularFile()
                    ? Optional.of(file(path.substring(path.lastIndexOf('/') + 1), attributes))
                    : Optional.empty();
        } catch (RefusedByServerException e) {
            if (e.getCause() instanceof SftpException no && no.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static RemoteFile file(String name, Attributes attributes) {
        return new RemoteFile(
                name,
                attributes.getSize(),
                attributes.getModifyTime() == null
                        ? 0
                        : attributes.getModifyTime().toMillis() / 1000);
    }

    @Override
    public void download(String path, Path target, long most) throws IOException {
        asked("read " + path, () -> {
            try (InputStream from = client.read(path);
                    FileChannel to = FileChannel.open(
                            target,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                byte[] chunk = new byte[CHUNK];
                long left = most;
                for (int n = from.read(chunk); n >= 0 && left > 0; n = from.read(chunk)) {
                    guard.moved();
                    ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, (int) Math.min(n, left));
                    left -= bytes.remaining();
                    while (bytes.hasRemaining()) {
                        to.write(bytes);
                    }
                }
                // it is deleted at the server next: it must survive a power cut here
                to.force(true);
            }
            return target;
        });
    }

    @Override
    public void upload(Path source, String path) throws IOException {
        asked("write " + path, () -> {
            try (InputStream from = Files.newInputStream(source);
                    OutputStream to =
                            client.write(path, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
                byte[] chunk = new byte[CHUNK];
                for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                    to.write(chunk, 0, n);
                    guard.moved();
                }
            }
            return source;
        });
    }

    @Override
    public void rename(String from, String to) throws IOException {
        asked("rename " + from + " to " + to, () -> {
            client.rename(from, to);
            return to;
        });
    }

    @Override
    public void remove(String path) throws IOException {
        asked("delete " + path, () -> {
            client.remove(path);
            return path;
        });
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T asked(String what, Question<T> question) throws IOException {
        guard.moved();
        try {
            T answer = question.ask();
            guard.moved();
            return answer;
        } catch (SftpException no) {
            if (no.getStatus() == SftpConstants.SSH_FX_CONNECTION_LOST
                    || no.getStatus() == SftpConstants.SSH_FX_NO_CONNECTION) {
                throw no;
            }
            throw new RefusedByServerException(
                    "the server does not let us " + what + ": " + SftpConstants.getStatusName(no.getStatus()) + " "
                            + no.getMessage(),
                    no);
        }
    }

    /** At once: whoever waits for a polite end of a connection that hangs waits for ever. */
    @Override
    public void close() {
        guard.close();
        session.close(true);
    }
}
