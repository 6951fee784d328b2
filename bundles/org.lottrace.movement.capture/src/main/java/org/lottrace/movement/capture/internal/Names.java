package org.lottrace.movement.capture.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in a setting: a file has one text with commas between them, perhaps an empty one. */
final class Names {
    private Names() {}

    static Set<String> of(String... setting) {
        return Stream.of(setting)
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
