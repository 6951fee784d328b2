package org.lottrace.gs1.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.gs1.internal.syntax.Format;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;

/**
 * GS1 Digital Link URIs of any domain: the key and its qualifiers at the end of the path, attributes in the query. Source: GS1 Digital
 * Link URI Syntax 1.2.
 */
final class DigitalLinkReader {
    /** The scheme is all in small or all in capital letters. */
    private static final Pattern URI =
            Pattern.compile("(?:https?|HTTPS?)://([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

    private final SyntaxDictionary dictionary;

    DigitalLinkReader(SyntaxDictionary dictionary) {
        this.dictionary = dictionary;
    }

    void read(Located scan, Findings findings) {
        Matcher uri = URI.matcher(scan.text());
        if (!uri.matches()) {
            findings.problem(scan.start(), scan.length(), "", "LINK_MALFORMED");
            return;
        }
        List<Located> path = split(scan.between(uri.start(2), uri.end(2)), "/");
        int key = keyIn(path);
        if (key < 0) {
            findings.problem(scan.offset(uri.start(2)), uri.group(2).length(), "", "LINK_WITHOUT_KEY");
            return;
        }
        Format format = dictionary.find(path.get(key).text()).orElseThrow();
        path(path.subList(key, path.size()), findings);
        checkOrder(format, findings);
        if (uri.group(3) != null) {
            split(scan.between(uri.start(3), uri.end(3)), "&;").forEach(part -> attribute(part, format, findings));
        }
        if (uri.group(4) != null) {
            findings.ignore("#" + uri.group(4));
        }
    }

    /** Identifiers and values alternate to the end of the path; what stands before the key belongs to the domain. */
    private int keyIn(List<Located> path) {
        for (int i = path.size() - 2; i >= 0; i -= 2) {
            Optional<Format> format = dictionary.find(path.get(i).text());
            if (format.isEmpty()) {
                return -1;
            }
            if (format.get().qualifiers().isPresent() && isNotQualified(path, i, format.get())) {
                return i;
            }
        }
        return -1;
    }

    /** Some keys qualify others: they are the key only when no other one stands before them. */
    private boolean isNotQualified(List<Located> path, int at, Format format) {
        return at < 2
                || dictionary
                        .find(path.get(at - 2).text())
                        .filter(before -> before.isQualifiedBy(format.ai()))
                        .isEmpty();
    }

    private void path(List<Located> pairs, Findings findings) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            Format format = dictionary.find(pairs.get(i).text()).orElseThrow();
            findings.add(new Element(format, pairs.get(i).start(), decoded(pairs.get(i + 1), false)));
        }
    }

    /** Qualifiers stand in the order of one sequence of their key; some may be left out. */
    private static void checkOrder(Format key, Findings findings) {
        List<String> qualifiers =
                findings.elements().stream().skip(1).map(Element::ai).toList();
        boolean isInOrder = qualifiers.isEmpty()
                || key.qualifiers().stream().flatMap(List::stream).anyMatch(sequence -> isPartOf(sequence, qualifiers));
        if (!isInOrder) {
            Element first = findings.elements().get(1);
            findings.problem(
                    first.offset(), first.ai().length(), first.ai(), "LINK_QUALIFIERS", key.ai(), allowed(key));
        }
    }

    private static boolean isPartOf(List<String> sequence, List<String> qualifiers) {
        return sequence.stream().filter(qualifiers::contains).toList().equals(qualifiers);
    }

    private static String allowed(Format key) {
        List<String> sequences = new ArrayList<>();
        key.qualifiers().orElse(List.of()).forEach(sequence -> sequences.add(String.join(", ", sequence)));
        return sequences.isEmpty() ? "none" : String.join(" or ", sequences);
    }

    /** A parameter whose name is no number is for the resolver. */
    private void attribute(Located part, Format key, Findings findings) {
        int sign = part.text().indexOf('=');
        String name = sign < 0 ? part.text() : part.text().substring(0, sign);
        if (!name.matches("[0-9]+")) {
            if (!part.isEmpty()) {
                findings.ignore(part.text());
            }
            return;
        }
        Optional<Format> format = dictionary.find(name);
        if (format.isEmpty()) {
            findings.problem(part.start(), name.length(), "", "AI_UNKNOWN", name);
            return;
        }
        boolean isAttribute = format.get().isAttribute() && !key.isQualifiedBy(name);
        if (!isAttribute) {
            findings.problem(part.start(), name.length(), name, "LINK_NO_ATTRIBUTE", key.ai());
        } else if (Associations.find(findings.elements(), name).isPresent()) {
            findings.problem(part.start(), name.length(), name, "LINK_AI_TWICE");
        } else {
            Located value = sign < 0 ? part.from(part.length()) : decoded(part.from(sign + 1), true);
            findings.add(new Element(format.get(), part.start(), value));
        }
    }

    /** What is no escape stays as it is: {@code %} is a character that a lot number may have. */
    private static Located decoded(Located text, boolean isQuery) {
        Located.Builder decoded = new Located.Builder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.text().charAt(i);
            boolean isEscape = character == '%' && text.text().substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
            if (isEscape) {
                decoded.add((char) Integer.parseInt(text.text().substring(i + 1, i + 3), 16), text.offset(i));
                i += 2;
            } else {
                decoded.add(isQuery && character == '+' ? ' ' : character, text.offset(i));
            }
        }
        return decoded.end(text.offset(text.length()));
    }

    /** @param separators each of these characters separates */
    private static List<Located> split(Located text, String separators) {
        List<Located> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean isEnd = i == text.length() || separators.indexOf(text.text().charAt(i)) >= 0;
            if (isEnd) {
                parts.add(text.between(begin, i));
                begin = i + 1;
            }
        }
        return parts;
    }
}
