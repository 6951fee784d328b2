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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The schemas of transaction sets: {@code x12/VERSION/CODE.xml} below the folder of mappings, where VERSION is the first six
 * characters of GS08 ({@code 004010VICS} is read with the schema of {@code 004010}). A file is read again when it changes.
 */
public final class SchemaFolder {
    private static final Pattern VERSION = Pattern.compile("(\\d{6}).*");
    private static final Pattern CODE = Pattern.compile("\\d{3}");

    private final Path folder;
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

    private record Loaded(FileTime changed, Schema schema) {}

    /** @param mappings the folder that holds {@code x12} */
    public SchemaFolder(Path mappings) {
        this.folder = mappings.resolve("x12");
    }

    /**
     * @return the schema, or empty when there is no file for it
     * @throws IllegalStateException if the file is no schema; the message names it
     */
    public Optional<Schema> find(String version, String code) {
        var matcher = VERSION.matcher(version);
        if (!matcher.matches() || !CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(matcher.group(1)).resolve(code + ".xml");
        return Files.isRegularFile(file) ? Optional.of(load(file)) : Optional.empty();
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
