package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lottrace.edi.sftp.internal.outgoing.RefusedByServerException;
import org.lottrace.edi.sftp.internal.outgoing.Remote;
import org.lottrace.edi.sftp.internal.outgoing.RemoteFile;

/** A server that is a folder, and can be killed: before or after the n-th thing it is asked for. */
final class FolderRemote implements Remote {
    private final Path root;
    private int questions;
    private int killedAt = Integer.MAX_VALUE;
    private boolean isAnswerLost;
    private Optional<String> refusing = Optional.empty();

    FolderRemote(Path root) {
        this.root = root;
    }

    /** @param isAnswerLost whether it is done, and nobody learns of it */
    FolderRemote killedAt(int question, boolean answerLost) {
        killedAt = question;
        isAnswerLost = answerLost;
        return this;
    }

    /** @param question the name of a method that the server refuses from now on */
    FolderRemote refusing(String question) {
        refusing = Optional.of(question);
        return this;
    }

    /** @return whether the kill has come */
    boolean isKilled() {
        return questions > killedAt;
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T asked(String what, Question<T> question) throws IOException {
        boolean isLast = questions++ >= killedAt;
        if (isLast && !isAnswerLost) {
            throw new IOException("killed before " + what);
        }
        if (refusing.equals(Optional.of(what))) {
            throw new RefusedByServerException("no " + what, null);
        }
        T answer;
        try {
            answer = question.ask();
        } catch (FileSystemException no) {
            throw new RefusedByServerException(no.toString(), no);
        }
        if (isLast) {
            throw new IOException("killed after " + what);
        }
        return answer;
    }

    private Path at(String path) {
        return root.resolve(path);
    }

    @Override
    public List<RemoteFile> list(String folder, int most) throws IOException {
        return asked("list", () -> {
            try (Stream<Path> files = Files.list(at(folder))) {
                return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .limit(most)
                        .map(FolderRemote::file)
                        .toList();
            }
        });
    }

    private static RemoteFile file(Path file) {
        try {
            return new RemoteFile(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).to(TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Optional<RemoteFile> find(String path) throws IOException {
        return asked(
                "find", () -> Optional.of(at(path)).filter(Files::isRegularFile).map(FolderRemote::file));
    }

    @Override
    public void download(String path, Path target, long most) throws IOException {
        asked("download", () -> Files.copy(at(path), target, StandardCopyOption.REPLACE_EXISTING));
    }

    @Override
    public void upload(Path source, String path) throws IOException {
        asked("upload", () -> Files.copy(source, at(path), StandardCopyOption.REPLACE_EXISTING));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        asked("rename", () -> Files.move(at(from), at(to)));
    }

    @Override
    public void remove(String path) throws IOException {
        asked("remove", () -> {
            Files.delete(at(path));
            return path;
        });
    }

    @Override
    public void close() {}
}
