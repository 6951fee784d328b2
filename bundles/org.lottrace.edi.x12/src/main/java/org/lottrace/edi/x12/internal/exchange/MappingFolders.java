package org.lottrace.edi.x12.internal.exchange;

import static org.lottrace.edi.x12.internal.exchange.MappingFiles.create;
import static org.lottrace.edi.x12.internal.exchange.MappingFiles.delete;
import static org.lottrace.edi.x12.internal.exchange.MappingFiles.folders;
import static org.lottrace.edi.x12.internal.exchange.MappingFiles.read;
import static org.lottrace.edi.x12.internal.exchange.MappingFiles.remove;
import static org.lottrace.edi.x12.internal.exchange.MappingFiles.text;
import static org.lottrace.edi.x12.internal.exchange.MappingFiles.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingVersion;
import org.lottrace.api.partner.PartnerProfile;

/**
 * Mappings as files: in use {@code partners/NAME}, a draft {@code partners/NAME.draft} with {@code .tried} (digest of what was tried), earlier
 * versions {@code versions/NAME/0001} with {@code .version}. Files are replaced one by one, each at once; {@code .unfinished} beside the versions
 * names the one that is being put into use, until it is: whoever starts next finishes it.
 */
final class MappingFolders {
    private static final String TRIED = ".tried";
    private static final String VERSION = ".version";
    private static final String UNFINISHED = ".unfinished";
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
     * Puts the files into use; what was interrupted before is to be finished first. What was in use and is no version yet becomes one first, so that nothing is lost that was edited in the folder.
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
        MappingVersion version = new MappingVersion(number, now, by, reason, files);
        keep(name, version);
        write(unfinished(name), String.valueOf(number));
        put(name, version);
        return number;
    }

    /**
     * Puts the versions into use that were interrupted half-way. Idempotent.
     *
     * @return by the names of their mappings
     */
    Map<String, MappingVersion> finish() {
        Map<String, MappingVersion> finished = new TreeMap<>();
        folders(versions).forEach(name -> finish(name).ifPresent(version -> finished.put(name, version)));
        return finished;
    }

    /** The same for one mapping. */
    Optional<MappingVersion> finish(String name) {
        if (!Files.exists(unfinished(name))) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text(unfinished(name)));
        Optional<MappingVersion> begun = versions(name).stream()
                .filter(version -> version.number() == number)
                .findFirst();
        begun.ifPresent(version -> put(name, version));
        return begun;
    }

    private void put(String name, MappingVersion version) {
        Path folder = partners.resolve(name);
        create(folder);
        version.files().forEach(file -> write(folder.resolve(file.name()), file.text()));
        files(name).stream()
                .filter(old ->
                        version.files().stream().noneMatch(file -> file.name().equals(old.name())))
                .forEach(old -> delete(folder.resolve(old.name())));
        delete(unfinished(name));
    }

    private Path unfinished(String name) {
        return versions.resolve(name).resolve(UNFINISHED);
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
}
