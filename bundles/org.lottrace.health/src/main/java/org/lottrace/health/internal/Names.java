package org.lottrace.health.internal;

import java.util.Arrays;
import java.util.List;

/** Lists in the configuration. A {@code .cfg} file gives {@code a, b} as one text. */
final class Names {
    private Names() {}

    static List<String> of(String... configured) {
        return Arrays.stream(configured)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
