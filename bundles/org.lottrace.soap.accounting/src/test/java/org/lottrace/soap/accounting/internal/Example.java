package org.lottrace.soap.accounting.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The requests of the folder {@code examples}. */
final class Example {
    private Example() {}

    static String of(String operation) {
        String name = "/examples/" + operation + ".xml";
        try (InputStream document = Example.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(document, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
