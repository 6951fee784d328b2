package org.lottrace.api.edi;

import java.util.Objects;

/**
 * A file of a mapping.
 *
 * @param name {@code 856.oxm.xml}, {@code 856.properties}, {@code DESADV.oxm.xml}, {@code DESADV.properties}, {@code exchange.properties} or
 *     {@code warehouse.properties}
 * @param text what is in it
 */
public record MappingFile(String name, String text) {
    public MappingFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }
}
