package org.lottrace.console.commands.internal.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The files on the server that a command reads and writes: those in one folder, so that nobody reads a password or a key by
 * a command, or puts a file where it is executed. It is {@code files} in the folder of the installation, or what the system
 * property {@value #FOLDER} says.
 */
public final class ServerFiles {
    static final String FOLDER = "lottrace.files";
    /** What a file is for has a smaller limit of its own; this one keeps any file from filling the memory. */
    static final int LARGEST = 20_000_000;

    private ServerFiles() {}

    /**
     * @param name as in the folder
     * @return all of the file
     * @throws IllegalArgumentException if it is somewhere else, cannot be read or is larger than 20 MB
     */
    public static byte[] content(String name) {
        Path asked = asked(name);
        try (InputStream in = Files.newInputStream(inFolder(name, asked.toRealPath()))) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IllegalArgumentException(name + " is larger than " + LARGEST + " bytes; nothing was done");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + name + " in the folder of the server: " + e, e);
        }
    }

    /**
     * @param name of a file that is not there yet, as in the folder
     * @return the whole path of what was written
     * @throws IllegalArgumentException if it is somewhere else, there already, or cannot be written
     */
    public static Path write(String name, byte[] content) {
        Path file = path(name);
        try {
            return Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(file + " exists; name a new file", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write " + file + " on the server: " + e, e);
        }
    }

    /**
     * Writes a long file without having all of it in memory. What fails half-way leaves no file, and who may not write none either.
     *
     * @param name of a file that is not there yet, as in the folder
     * @param writer writes it, and says something about it
     * @return what it says
     * @throws IllegalArgumentException if it is somewhere else, there already, or cannot be written
     */
    public static <T> T write(String name, Function<OutputStream, T> writer) {
        Path file = path(name);
        try (NewFile out = new NewFile(file)) {
            T said = writer.apply(out);
            out.whole();
            return said;
        } catch (UncheckedIOException e) {
            throw notWritten(file, e.getCause());
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    private static IllegalArgumentException notWritten(Path file, IOException why) {
        return new IllegalArgumentException(
                why instanceof FileAlreadyExistsException
                        ? file + " exists; name a new file"
                        : "cannot write " + file + " on the server: " + why,
                why);
    }

    /**
     * Who writes there says whether it exists, to those who may write.
     *
     * @param name of a file, as in the folder
     * @return its whole path; it is not made
     * @throws IllegalArgumentException if it is somewhere else
     */
    public static Path path(String name) {
        Path asked = asked(name);
        try {
            return inFolder(name, asked.getParent().toRealPath().resolve(asked.getFileName()));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write " + asked + " on the server: " + e, e);
        }
    }

    /** @return the names of the files in the folder, in order */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the folder " + FOLDER + " cannot be read: " + e, e);
        }
    }

    private static Path asked(String name) {
        return inFolder(name, folder().resolve(name).normalize());
    }

    private static Path inFolder(String name, Path file) {
        if (!file.startsWith(folder())) {
            throw new IllegalArgumentException(name + " is not in " + folder()
                    + ", the one folder of the server for files of commands: put it there");
        }
        return file;
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of(System.getProperty(FOLDER, "files")))
                    .toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException("the folder " + FOLDER + " cannot be made: " + e, e);
        }
    }
}
