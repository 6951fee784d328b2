package org.lottrace.edi.sftp.internal.outgoing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder of ours from which a partner fetches, used like a server to which files are brought. */
public final class LocalFolder implements Remote {
    private final Path root;

    public LocalFolder(Path root) {
        this.root = root;
    }

    @Override
    public List<RemoteFile> list(String folder, int most) throws IOException {
        try (Stream<Path> inside = Files.list(root.resolve(folder))) {
            List<RemoteFile> files = new java.util.ArrayList<>();
            for (Path file : inside.limit(most).toList()) {
                find(root.relativize(file).toString()).ifPresent(files::add);
            }
            return files;
        }
    }

    @Override
    public Optional<RemoteFile> find(String path) throws IOException {
        Path file = root.resolve(path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new RemoteFile(
                        file.getFileName().toString(),
                        Files.size(file),
                        Files.getLastModifiedTime(file).to(TimeUnit.SECONDS)))
                : Optional.empty();
    }

    @Override
    public void download(String path, Path target, long most) throws IOException {
        Files.copy(root.resolve(path), target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void upload(Path source, String path) throws IOException {
        Path target = root.resolve(path);
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        try {
            Files.move(root.resolve(from), root.resolve(to));
        } catch (FileAlreadyExistsException e) {
            throw new RefusedByServerException("a file of that name was not fetched yet: " + to, e);
        }
    }

    @Override
    public void remove(String path) throws IOException {
        try {
            Files.delete(root.resolve(path));
        } catch (NoSuchFileException e) {
            throw new RefusedByServerException("is not there: " + path, e);
        }
    }

    @Override
    public void close() {}
}
