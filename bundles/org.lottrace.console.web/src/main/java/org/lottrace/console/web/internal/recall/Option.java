package org.lottrace.console.web.internal.recall;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.console.web.internal.text.Texts;

/** One of the values that a field may have, in words. */
public record Option(String value, String text) {
    /** @return the codes, each with the text of its key */
    static List<Option> of(Texts texts, String prefix, Coded... codes) {
        return of(texts, prefix, Arrays.stream(codes).map(Coded::code));
    }

    static List<Option> of(Texts texts, String prefix, Stream<String> codes) {
        return codes.map(code -> new Option(code, texts.lookup(prefix + code))).toList();
    }
}
