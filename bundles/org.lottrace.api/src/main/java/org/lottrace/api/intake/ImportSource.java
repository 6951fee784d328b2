package org.lottrace.api.intake;

import java.util.Objects;
import java.util.Optional;

/**
 * What a file is, besides its bytes.
 *
 * @param subject what its rows are
 * @param mapping name of the mapping to read it by; absent when its headings are the names of the fields
 * @param format how it is written
 * @param encoding of CSV; of no matter for the others
 */
public record ImportSource(
        ImportSubject subject, Optional<String> mapping, ImportFormat format, TextEncoding encoding) {
    public ImportSource {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(mapping);
        Objects.requireNonNull(format);
        Objects.requireNonNull(encoding);
    }
}
