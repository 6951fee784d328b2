package org.lottrace.gs1.internal.written;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.api.identification.WrittenElements;
import org.lottrace.gs1.internal.syntax.Format;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;

/** Writes elements whose identifiers are known and whose values keep their rules. Source: GS1 General Specifications, 4.15 and 7.8. */
public final class ElementWriter {
    private static final String SEPARATOR = "\u001d";

    private final SyntaxDictionary dictionary;

    public ElementWriter(SyntaxDictionary dictionary) {
        this.dictionary = dictionary;
    }

    public WrittenElements write(List<ElementValue> elements, String resolver) {
        Optional<String> link = new LinkWriter(dictionary).write(elements, resolver);
        return new WrittenElements(elementString(elements), brackets(elements), link);
    }

    /** A separator stands behind a value of which nobody knows the length, unless it is the last. */
    private String elementString(List<ElementValue> elements) {
        StringBuilder text = new StringBuilder();
        boolean needsSeparator = false;
        for (ElementValue element : elements) {
            text.append(needsSeparator ? SEPARATOR : "").append(element.ai()).append(element.value());
            needsSeparator =
                    !dictionary.find(element.ai()).filter(Format::isPredefined).isPresent();
        }
        return text.toString();
    }

    public static String brackets(List<ElementValue> elements) {
        return elements.stream()
                .map(element -> "(" + element.ai() + ")" + element.value().replace("(", "\\("))
                .collect(Collectors.joining());
    }
}
