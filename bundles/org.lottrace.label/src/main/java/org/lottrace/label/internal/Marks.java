package org.lottrace.label.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.label.internal.Template.Kind;
import org.lottrace.label.internal.Template.Part;

/**
 * The parts of a template with what stands in them; those that have nothing to say are left out.
 *
 * @param texts to be written
 * @param symbols to be encoded
 */
record Marks(List<Text> texts, List<Symbol> symbols) {
    record Text(Part part, String text) {
        /** @return whether it is nothing but the description of the item */
        boolean isDescription() {
            return part.words().equals("{description}");
        }
    }

    /** @param elements that it carries; a QR code has all of them, in a URI */
    record Symbol(Part part, List<ElementValue> elements) {
        Symbol {
            elements = List.copyOf(elements);
        }
    }

    Marks {
        texts = List.copyOf(texts);
        symbols = List.copyOf(symbols);
    }

    static Marks of(Template template, List<ElementValue> elements, LabelWords words) {
        List<Text> texts = new ArrayList<>();
        List<Symbol> symbols = new ArrayList<>();
        for (Part part : template.parts()) {
            if (part.kind() == Kind.TEXT) {
                Optional<String> text = words.in(part.words());
                text.ifPresent(known -> texts.add(new Text(part, known)));
            } else {
                List<ElementValue> carried = carried(part, elements);
                if (!carried.isEmpty()) {
                    symbols.add(new Symbol(part, carried));
                }
            }
        }
        return new Marks(texts, symbols);
    }

    /** In the order of the label, in which what has a known length stands first. */
    private static List<ElementValue> carried(Part part, List<ElementValue> elements) {
        return elements.stream()
                .filter(element -> part.identifiers().isEmpty()
                        || part.identifiers().stream()
                                .anyMatch(ai -> element.ai().matches(ai.replace("n", "[0-9]"))))
                .toList();
    }
}
