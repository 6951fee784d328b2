package org.lottrace.api.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the one form that RFC 8785 allows, restricted to objects, arrays and strings: no white space, members
 * ordered by name, and only the escapes of its section 3.2.2.2.
 */
public final class CanonicalJson {
    private static final String SHORT_ESCAPED = "\b\t\n\f\r\"\\";
    private static final String SHORT_ESCAPES = "btnfr\"\\";

    private final StringBuilder json = new StringBuilder();

    private CanonicalJson() {}

    /**
     * @param object its members are strings, lists of them and maps of the same kind
     * @return the object, members ordered by name; the same members give the same text in whatever order they were put
     * @throws IllegalArgumentException if there is anything else in it
     */
    public static String of(Map<String, ?> object) {
        CanonicalJson writer = new CanonicalJson();
        writer.value(object);
        return writer.json.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> object) {
            object(object);
        } else if (value instanceof List<?> array) {
            array(array);
        } else if (value instanceof String text) {
            string(text);
        } else {
            throw new IllegalArgumentException("canonical form has texts, lists and maps only, not " + value);
        }
    }

    private void object(Map<?, ?> object) {
        TreeMap<String, Object> ordered = new TreeMap<>();
        object.forEach((name, value) -> ordered.put((String) name, value));
        json.append('{');
        for (Iterator<Map.Entry<String, Object>> i = ordered.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<String, Object> member = i.next();
            string(member.getKey());
            json.append(':');
            value(member.getValue());
            json.append(i.hasNext() ? "," : "");
        }
        json.append('}');
    }

    private void array(List<?> array) {
        json.append('[');
        for (Iterator<?> i = array.iterator(); i.hasNext(); ) {
            value(i.next());
            json.append(i.hasNext() ? "," : "");
        }
        json.append(']');
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = SHORT_ESCAPED.indexOf(c);
            if (escape >= 0) {
                json.append('\\').append(SHORT_ESCAPES.charAt(escape));
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
