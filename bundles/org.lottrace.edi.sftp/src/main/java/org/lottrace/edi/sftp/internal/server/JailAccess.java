package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.security.Principal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.lottrace.edi.sftp.internal.outgoing.Outgoing;

/**
 * What a partner may do: write, rename and delete files of {@code in}, read and delete files of {@code out}, list both. No other
 * folder, no link, no permission, no owner. Every path goes through here, every link in it is refused, whoever made it.
 */
final class JailAccess implements SftpFileSystemAccessor {
    private static final Set<OpenOption> ALLOWED = Set.of(
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING);

    private final Function<String, Jail> jails;

    /** @param jails the home of a partner that has logged in */
    JailAccess(Function<String, Jail> jails) {
        this.jails = jails;
    }

    private Jail jail(SftpSubsystemProxy subsystem) {
        return jails.apply(subsystem.getServerSession().getUsername());
    }

    /** @return the file on our disk */
    private Path real(SftpSubsystemProxy subsystem, Path path) throws IOException {
        Place place = Place.of(path);
        Jail jail = jail(subsystem);
        Path real =
                switch (place.kind()) {
                    case ROOT -> jail.root();
                    case IN -> jail.in();
                    case OUT -> jail.out();
                    case IN_FILE -> jail.in().resolve(place.name());
                    case OUT_FILE -> jail.out().resolve(place.name());
                };
        if (isHidden(place)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isSymbolicLink(real)) {
            throw new AccessDeniedException(path.toString(), null, "links are not followed");
        }
        return real;
    }

    /** What we are writing into {@code out}: it appears when it is whole. */
    private static boolean isHidden(Place place) {
        return place.kind() == Place.Kind.OUT_FILE && place.name().endsWith(Outgoing.TEMPORARY);
    }

    @Override
    public DirectoryStream<Path> openDirectory(
            SftpSubsystemProxy subsystem, DirectoryHandle handle, Path folder, String name, LinkOption... options)
            throws IOException {
        if (!Files.isDirectory(real(subsystem, folder))) {
            throw new NotDirectoryException(folder.toString());
        }
        boolean isOut = Place.of(folder).kind() == Place.Kind.OUT;
        return Files.newDirectoryStream(
                folder, file -> !isOut || !file.getFileName().toString().endsWith(Outgoing.TEMPORARY));
    }

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remotePath) throws IOException {
        Path path = SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, root, remotePath);
        real(subsystem, path);
        return path;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path path,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        Place place = Place.of(path);
        Path real = real(subsystem, path);
        Set<OpenOption> wanted = new HashSet<>(options);
        if (!place.isFile() || !ALLOWED.containsAll(wanted)) {
            throw denied(path, "is not opened in that way");
        }
        boolean isRead = wanted.equals(Set.of(StandardOpenOption.READ)) || wanted.isEmpty();
        wanted.add(LinkOption.NOFOLLOW_LINKS);
        if (isRead) {
            return FileChannel.open(real, wanted);
        }
        if (!place.isInFile()) {
            throw denied(path, "files are brought into in");
        }
        // the permissions that the partner wants are not ours. Without a handle only the size is set
        return handle == null
                ? jail(subsystem).openForSize(real, wanted, subsystem)
                : jail(subsystem).open(real, wanted, subsystem);
    }

    @Override
    public void closeFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path path,
            String name,
            Channel channel,
            Set<? extends OpenOption> options)
            throws IOException {
        channel.close();
    }

    @Override
    public FileLock tryLock(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path path,
            String name,
            Channel channel,
            long position,
            long size,
            boolean shared)
            throws IOException {
        throw denied(path, "files are not locked");
    }

    @Override
    public Map<String, ?> readFileAttributes(
            SftpSubsystemProxy subsystem, Path path, String view, LinkOption... options) throws IOException {
        return SftpFileSystemAccessor.super.readFileAttributes(subsystem, path, view, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void renameFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        if (!Place.of(from).isInFile() || !Place.of(to).isInFile()) {
            throw denied(to, "files are renamed within in only");
        }
        jail(subsystem).rename(real(subsystem, from), real(subsystem, to));
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean isDirectory) throws IOException {
        if (isDirectory || !Place.of(path).isFile()) {
            throw denied(path, "folders stay");
        }
        jail(subsystem).remove(real(subsystem, path));
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        throw denied(to, "files are not copied here");
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
        throw denied(path, "there are in and out, and nothing else");
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean isSymbolic)
            throws IOException {
        throw denied(link, "no links");
    }

    @Override
    public String resolveLinkTarget(SftpSubsystemProxy subsystem, Path path) throws IOException {
        throw denied(path, "no links");
    }

    /** What a partner asks for with {@code put -p} is not done, and no error: its upload is well without. */
    @Override
    public void setFileAttribute(
            SftpSubsystemProxy subsystem, Path path, String view, String name, Object value, LinkOption... options)
            throws IOException {
        real(subsystem, path);
    }

    @Override
    public void setFilePermissions(
            SftpSubsystemProxy subsystem, Path path, Set<PosixFilePermission> permissions, LinkOption... options)
            throws IOException {
        real(subsystem, path);
    }

    @Override
    public void setFileOwner(SftpSubsystemProxy subsystem, Path path, Principal owner, LinkOption... options)
            throws IOException {
        throw denied(path, "owners are not changed");
    }

    @Override
    public void setGroupOwner(SftpSubsystemProxy subsystem, Path path, Principal group, LinkOption... options)
            throws IOException {
        throw denied(path, "owners are not changed");
    }

    @Override
    public UserPrincipal resolveFileOwner(SftpSubsystemProxy subsystem, Path path, UserPrincipal name) {
        return name;
    }

    @Override
    public GroupPrincipal resolveGroupOwner(SftpSubsystemProxy subsystem, Path path, GroupPrincipal name) {
        return name;
    }

    @Override
    public void setFileAccessControl(
            SftpSubsystemProxy subsystem,
            Path path,
            List<java.nio.file.attribute.AclEntry> entries,
            LinkOption... options)
            throws IOException {
        throw denied(path, "access is not changed");
    }

    private static AccessDeniedException denied(Path path, String reason) {
        return new AccessDeniedException(path.toString(), null, reason);
    }
}
