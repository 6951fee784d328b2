package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingVersion;
import org.lottrace.api.partner.PartnerProfile;

/**
 * Mappings as files: in use {@code partners/NAME}, a draft {@code partners/NAME.draft} with {@code .tried} (digest of what was tried), earlier
 * versions {@code versions/NAME/0001} with {@code .version}. Files are replaced one by one, each at once; an activation that was killed
 * half-way leaves the draft, and is done again.
 */
final class MappingFolders {
    private static final String TRIED = ".tried";
    private static final String VERSION = ".version";
    private static final Pattern NUMBER = Pattern.compile("\\d{4,9}");

    private final Path partners;
    private final Path versions;

    /** @param mappings the folder that holds {@code partners} */
    MappingFolders(Path mappings) {
        this.partners = mappings.resolve("partners");
        this.versions = mappings.resolve("versions");
    }

    /** @return the names of all mappings, and of those of which there is only a draft */
    List<String> names() {
        return folders(partners).stream()
                .map(name -> name.endsWith(PartnerProfile.DRAFT)
                        ? name.substring(0, name.length() - PartnerProfile.DRAFT.length())
                        : name)
                .filter(PartnerProfile::isFolder)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** @return the files in use; none when no mapping has that name */
    List<MappingFile> files(String name) {
        return read(partners.resolve(name));
    }

    boolean isDrafted(String name) {
        return Files.isDirectory(draftOf(name));
    }

    List<MappingFile> draft(String name) {
        return read(draftOf(name));
    }

    /** @param file an empty text takes it away */
    void putIntoDraft(String name, MappingFile file) {
        if (!isDrafted(name)) {
            begin(name);
        }
        if (file.text().isEmpty()) {
            delete(draftOf(name).resolve(file.name()));
        } else {
            write(draftOf(name).resolve(file.name()), file.text());
        }
    }

    /** Copied under another name first, so that a draft never lacks a file that is in use. */
    private void begin(String name) {
        Path half = partners.resolve("." + name + PartnerProfile.DRAFT);
        remove(half);
        create(half);
        files(name).forEach(one -> write(half.resolve(one.name()), one.text()));
        try {
            Files.move(half, draftOf(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the draft of mapping " + name + " cannot be made", e);
        }
    }

    /** Gone at once for whoever reads it, so that no half of a draft stays when it is interrupted. */
    void discardDraft(String name) {
        Path gone = partners.resolve("." + name + PartnerProfile.DRAFT);
        remove(gone);
        try {
            Files.move(draftOf(name), gone, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the draft of mapping " + name + " cannot be removed", e);
        }
        remove(gone);
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(MappingFolders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be removed", e);
        }
    }

    /** @return digest of the draft and of what is in use */
    String asItIs(String name) {
        return digest(name, draft(name));
    }

    /** @param asItWas {@link #asItIs} before it was tried: whatever changed meanwhile was not tried */
    void setTried(String name, String asItWas) {
        write(draftOf(name).resolve(TRIED), asItWas);
    }

    /** @return whether the draft was tried as it is now, and beside what is in use now */
    boolean isTried(String name) {
        Path mark = draftOf(name).resolve(TRIED);
        return Files.exists(mark) && text(mark).equals(asItIs(name));
    }

    /** @return the newest first */
    List<MappingVersion> versions(String name) {
        return folders(versions.resolve(name)).stream()
                .filter(folder -> NUMBER.matcher(folder).matches())
                .map(number -> version(versions.resolve(name).resolve(number), Integer.parseInt(number)))
                .sorted(Comparator.comparingInt(MappingVersion::number).reversed())
                .toList();
    }

    /**
     * Puts the files into use. What was in use and is no version yet becomes one first, so that nothing is lost that was edited in the folder.
     *
     * @return the number of the new version
     */
    int use(String name, List<MappingFile> files, Instant now, String by, String reason) {
        List<MappingFile> before = files(name);
        Optional<MappingVersion> newest = versions(name).stream().findFirst();
        if (!before.isEmpty()
                && newest.map(MappingVersion::files).filter(before::equals).isEmpty()) {
            keep(name, new MappingVersion(next(newest), now, "", "", before));
        }
        int number = next(versions(name).stream().findFirst());
        create(partners.resolve(name));
        files.forEach(file -> write(partners.resolve(name).resolve(file.name()), file.text()));
        before.stream()
                .filter(old -> files.stream().noneMatch(file -> file.name().equals(old.name())))
                .forEach(old -> delete(partners.resolve(name).resolve(old.name())));
        keep(name, new MappingVersion(number, now, by, reason, files));
        return number;
    }

    private static int next(Optional<MappingVersion> newest) {
        return newest.map(MappingVersion::number).orElse(0) + 1;
    }

    /** Written under another name first, so that a version is whole or not there. */
    private void keep(String name, MappingVersion version) {
        Path folder = versions.resolve(name);
        Path whole = folder.resolve(String.format("%04d", version.number()));
        Path half = folder.resolve(".half");
        create(half);
        read(half).forEach(old -> delete(half.resolve(old.name())));
        version.files().forEach(file -> write(half.resolve(file.name()), file.text()));
        Properties facts = new Properties();
        facts.setProperty("since", version.since().toString());
        facts.setProperty("by", version.by());
        facts.setProperty("reason", version.reason());
        try {
            try (OutputStream out = Files.newOutputStream(half.resolve(VERSION))) {
                facts.store(out, null);
            }
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "version " + version.number() + " of mapping " + name + " cannot be kept", e);
        }
    }

    private static MappingVersion version(Path folder, int number) {
        Properties facts = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(VERSION))) {
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " is no version of a mapping; move it away", e);
        }
        return new MappingVersion(
                number,
                Instant.parse(facts.getProperty("since")),
                facts.getProperty("by"),
                facts.getProperty("reason"),
                read(folder));
    }

    private Path draftOf(String name) {
        return partners.resolve(name + PartnerProfile.DRAFT);
    }

    /** @return of the draft and of what it would replace */
    private String digest(String name, List<MappingFile> draft) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            Stream.of(draft, files(name))
                    .forEach(files -> sha.update(files.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<String> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .map(one -> one.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be read", e);
        }
    }

    private static List<MappingFile> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .map(file -> new MappingFile(file.getFileName().toString(), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be read", e);
        }
    }

    /** What is no UTF-8 is ISO 8859-1, as Java reads settings: each byte is a character then, and none is lost. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return text(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " cannot be read", e);
        }
    }

    private static String text(Path file, Charset charset) {
        try {
            return Files.readString(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " cannot be read", e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be made", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path half = file.resolveSibling(".half-" + file.getFileName());
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " cannot be written", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " cannot be removed", e);
        }
    }
}
