package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.edi.sftp.internal.outgoing.Remote;
import org.lottrace.edi.sftp.internal.outgoing.RemoteFile;

/** A server that is asked only while we have the lease of the connection, which gets new time with each question. */
record LeasedRemote(Remote remote, Leases leases, Lease lease, Duration time) implements Remote {
    private Remote leased() throws IOException {
        if (leases.renew(lease, time).isEmpty()) {
            throw new IOException("another node has taken the connection over");
        }
        return remote;
    }

    @Override
    public List<RemoteFile> list(String folder, int most) throws IOException {
        return leased().list(folder, most);
    }

    @Override
    public Optional<RemoteFile> find(String path) throws IOException {
        return leased().find(path);
    }

    @Override
    public void download(String path, Path target, long most) throws IOException {
        leased().download(path, target, most);
    }

    @Override
    public void upload(Path source, String path) throws IOException {
        leased().upload(source, path);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        leased().rename(from, to);
    }

    @Override
    public void remove(String path) throws IOException {
        leased().remove(path);
    }

    @Override
    public void close() {
        remote.close();
    }
}
