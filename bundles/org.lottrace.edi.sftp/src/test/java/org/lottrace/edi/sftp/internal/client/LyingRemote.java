package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lottrace.edi.sftp.internal.outgoing.Remote;
import org.lottrace.edi.sftp.internal.outgoing.RemoteFile;

/** A server that lists one file that is not there, with any name and size. */
record LyingRemote(Remote honest, String name, long size) implements Remote {
    @Override
    public List<RemoteFile> list(String folder, int most) {
        return List.of(new RemoteFile(name, size, 1));
    }

    @Override
    public Optional<RemoteFile> find(String path) {
        return Optional.of(new RemoteFile(name, size, 1));
    }

    @Override
    public void download(String path, Path target, long most) throws IOException {
        Files.writeString(target, "evil END");
    }

    @Override
    public void upload(Path source, String path) throws IOException {
        honest.upload(source, path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        honest.rename(from, to);
    }

    @Override
    public void remove(String path) throws IOException {
        honest.remove(path);
    }

    @Override
    public void close() {
        honest.close();
    }
}
