package org.lottrace.label.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a label printer encodes, as its manual has it: the invocation codes of ^BC, the escapes of ^BX. */
final class PrinterFields {
    private static final Pattern FIELD = Pattern.compile("\\^(BC|BX)N,[^\\^]*\\^FD([^\\^]*)\\^FS");
    private static final char GS = '\u001d';

    private PrinterFields() {}

    static List<String> elementStrings(String zpl) {
        List<String> strings = new ArrayList<>();
        for (Matcher field = FIELD.matcher(zpl); field.find(); ) {
            String encoded = field.group(1).equals("BC") ? code128(field.group(2)) : dataMatrix(field.group(2));
            strings.add(encoded.substring(1)); // the first is FNC1
        }
        return strings;
    }

    private static String code128(String data) {
        StringBuilder text = new StringBuilder();
        boolean isC = data.startsWith(">;");
        for (int i = 2; i < data.length(); i++) {
            if (data.charAt(i) == '>') {
                char code = data.charAt(++i);
                isC = code == '5' || isC && code != '6';
                text.append(code == '8' ? String.valueOf(GS) : code == '0' ? ">" : "");
            } else if (isC) {
                String pair = data.substring(i, i + 2);
                if (!pair.matches("[0-9]{2}")) {
                    throw new IllegalArgumentException("no pair in code set C: " + data.substring(i));
                }
                text.append(pair);
                i++;
            } else {
                text.append(data.charAt(i));
            }
        }
        return text.toString();
    }

    private static String dataMatrix(String data) {
        return data.replace("__", "\u0000").replace("_1", String.valueOf(GS)).replace('\u0000', '_');
    }
}
