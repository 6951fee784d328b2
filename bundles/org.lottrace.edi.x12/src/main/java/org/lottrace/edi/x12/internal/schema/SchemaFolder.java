package org.lottrace.edi.x12.internal.schema;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The schemas of transaction sets: {@code x12/VERSION/CODE.xml} below the folder of mappings, where VERSION is the first six
 * characters of GS08 ({@code 004010VICS} is read with the schema of {@code 004010}). A file is read again when it changes.
 */
public final class SchemaFolder {
    private static final Pattern VERSION = Pattern.compile("(\\d{6}).*");
    private static final String SHIP_NOTICE = "856";
    private static final Set<String> WRITTEN_ALIKE = Set.of(SHIP_NOTICE, "861");
    private static final String OLDEST = "002001";
    private static final String COMMON_VERSION = "004010";
    private static final String NEWEST = "005010";
    private static final String SERVICE_MESSAGE = "CONTRL";
    private static final Pattern MESSAGE = Pattern.compile("[A-Z]{6}");
    private static final Pattern DIRECTORY = Pattern.compile("[A-Za-z0-9]{1,7}");
    private static final Pattern CODE = Pattern.compile("\\d{3}");

    private final Path mappings;
    private final Path folder;
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

    private final Map<Path, LoadedGrammar> grammars = new ConcurrentHashMap<>();

    private record Loaded(FileTime changed, Schema schema) {}

    private record LoadedGrammar(FileTime changed, Grammar grammar) {}

    /** @param mappings the folder that holds {@code x12} */
    public SchemaFolder(Path mappings) {
        this.mappings = mappings;
        this.folder = mappings.resolve("x12");
    }

    /** @return the folder that holds {@code x12} */
    public Path mappings() {
        return mappings;
    }

    /**
     * What we write of {@value #NEWEST}, ship notices and receiving advices, has the same segments as in {@value #COMMON_VERSION}: where it has
     * no file of its own, it is checked with that.
     *
     * @return the schema, or empty when there is no file for it
     * @throws IllegalStateException if the file is no schema; the message names it
     */
    public Optional<Schema> find(String version, String code) {
        var matcher = VERSION.matcher(version);
        if (!matcher.matches() || !CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(matcher.group(1)).resolve(code + ".xml");
        if (!Files.isRegularFile(file) && matcher.group(1).equals(NEWEST) && WRITTEN_ALIKE.contains(code)) {
            file = folder.resolve(COMMON_VERSION).resolve(code + ".xml");
        }
        return Files.isRegularFile(file) ? Optional.of(load(file)) : Optional.empty();
    }

    /**
     * The tables of a set that comes in. A ship notice has changed little since version 2 release 1: one whose version has no file
     * of its own is read with that of {@value #COMMON_VERSION}.
     *
     * @return absent when there is no file, or the set is no ship notice
     * @throws IllegalStateException if the file cannot be used; the message names it
     */
    public Optional<SetGrammar> grammar(String version, String code) {
        var matcher = VERSION.matcher(version);
        if (!matcher.matches() || !code.equals(SHIP_NOTICE)) {
            return Optional.empty();
        }
        String number = matcher.group(1);
        boolean common = number.compareTo(OLDEST) >= 0 && number.compareTo(NEWEST) <= 0;
        Path own = folder.resolve(number).resolve(code + ".xml");
        Path file = Files.isRegularFile(own) || !common
                ? own
                : folder.resolve(COMMON_VERSION).resolve(code + ".xml");
        return Optional.of(file)
                .filter(Files::isRegularFile)
                .map(this::loadGrammar)
                .map(grammar -> new SetGrammar(grammar, number.compareTo(COMMON_VERSION) < 0));
    }

    /**
     * The tables of an EDIFACT message: {@code edifact/DIRECTORY/CODE.xml}. Service messages are the same in every directory.
     *
     * @param directory such as {@code D96A}
     * @return absent when there is no file
     * @throws IllegalStateException if the file cannot be used; the message names it
     */
    public Optional<SetGrammar> message(String directory, String code) {
        String folderName = code.equals(SERVICE_MESSAGE) ? "service" : directory;
        if (!MESSAGE.matcher(code).matches() || !DIRECTORY.matcher(folderName).matches()) {
            return Optional.empty();
        }
        return Optional.of(mappings.resolve("edifact").resolve(folderName).resolve(code + ".xml"))
                .filter(Files::isRegularFile)
                .map(this::loadGrammar)
                .map(grammar -> new SetGrammar(grammar, false));
    }

    private Grammar loadGrammar(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            LoadedGrammar known = grammars.get(file);
            if (known == null || !known.changed().equals(changed)) {
                known = new LoadedGrammar(changed, GrammarReader.read(file));
                grammars.put(file, known);
            }
            return known.grammar();
        } catch (IllegalArgumentException | IOException e) {
            throw new IllegalStateException(
                    "schema " + file + " cannot be used; correct the file: " + e.getMessage(), e);
        }
    }

    private Schema load(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Loaded known = loaded.get(file);
            if (known == null || !known.changed().equals(changed)) {
                known = new Loaded(
                        changed,
                        SchemaFactory.newFactory().createSchema(file.toUri().toURL()));
                loaded.put(file, known);
            }
            return known.schema();
        } catch (EDISchemaException | IOException e) {
            throw new IllegalStateException(
                    "schema " + file + " cannot be used; correct the file: " + e.getMessage(), e);
        }
    }
}
