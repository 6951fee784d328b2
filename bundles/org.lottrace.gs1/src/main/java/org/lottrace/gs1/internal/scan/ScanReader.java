package org.lottrace.gs1.internal.scan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.api.identification.Identified;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.ScanForm;
import org.lottrace.gs1.internal.rule.Keys;
import org.lottrace.gs1.internal.syntax.SyntaxDictionary;

/** Finds out in which form a scan is, and has it read. Symbology identifiers: ISO/IEC 15424, GS1 General Specifications 5.4.6.4. */
public final class ScanReader {
    private static final Pattern SYMBOLOGY = Pattern.compile("\\][A-Za-z][0-9a-zA-Z]");
    private static final List<String> OF_ELEMENT_STRINGS = List.of("]C1", "]e0", "]d2", "]Q3", "]J1");
    private static final String EAN = "]E0";
    private static final String EAN_8 = "]E4";
    private static final Pattern LINK = Pattern.compile("(?i)https?://.*");
    private static final Pattern BRACKETS = Pattern.compile("\\([0-9]{2,4}\\)");
    private static final String EPC = "urn:epc:";

    private final SyntaxDictionary dictionary;
    private final Meaning meaning;

    public ScanReader(SyntaxDictionary dictionary, Meaning meaning) {
        this.dictionary = dictionary;
        this.meaning = meaning;
    }

    public Scan read(String text) {
        Matcher symbology = SYMBOLOGY.matcher(text);
        if (symbology.lookingAt()) {
            return ofSymbol(symbology.group(), Located.at(symbology.end(), text.substring(symbology.end())));
        }
        Located scan = Located.at(0, text);
        return Separators.isIn(text) && !isUri(text) && !isBracketed(text) ? elementString(scan) : unmarked(scan);
    }

    private Scan ofSymbol(String symbology, Located data) {
        if (OF_ELEMENT_STRINGS.contains(symbology)) {
            return elementString(data);
        }
        if (symbology.equals(EAN) || symbology.equals(EAN_8)) {
            return tradeItem(data, symbology.equals(EAN) ? 13 : 8);
        }
        return isUri(data.text()) ? unmarked(data) : text();
    }

    private Scan unmarked(Located scan) {
        String text = scan.text();
        if (LINK.matcher(text).matches()) {
            Findings findings = new Findings();
            new DigitalLinkReader(dictionary).read(scan, findings);
            return finished(ScanForm.DIGITAL_LINK, findings);
        }
        if (text.startsWith(EPC)) {
            return epc(scan);
        }
        if (isBracketed(text)) {
            Findings findings = new Findings();
            new BracketReader(dictionary).read(scan, findings);
            return finished(ScanForm.BRACKETS, findings);
        }
        if (EpcBits.HEXADECIMAL.matcher(text).matches()) {
            return EpcBits.uri(text)
                    .map(uri -> epc(Located.made(uri, 0, text.length())))
                    .orElseGet(ScanReader::text);
        }
        boolean beginsWithKey = beginsWith("00", 18, text) || beginsWith("01", 14, text);
        Scan scanned = beginsWithKey ? elementString(scan) : text();
        return scanned.problems().isEmpty() ? scanned : text();
    }

    /** @return the answer to what is longer than any symbol: nothing of it was read */
    public static Scan tooLong(int longest, int length) {
        Findings findings = new Findings();
        findings.problem(longest, length - longest, "", "SCAN_TOO_LONG", longest, length);
        return new Scan(ScanForm.TEXT, List.of(), Identified.NOTHING, findings.problems(), List.of(), List.of());
    }

    private static boolean isUri(String text) {
        return LINK.matcher(text).matches() || text.startsWith(EPC);
    }

    private static boolean isBracketed(String text) {
        return BRACKETS.matcher(text).lookingAt();
    }

    private static boolean beginsWith(String ai, int digits, String text) {
        return text.startsWith(ai) && text.length() >= 2 + digits && Keys.isKey(text.substring(2, 2 + digits), digits);
    }

    private Scan elementString(Located data) {
        Findings findings = new Findings();
        new ElementStringReader(dictionary).read(Separators.asSent(data), findings);
        return finished(ScanForm.ELEMENT_STRING, findings);
    }

    private Scan epc(Located uri) {
        Findings findings = new Findings();
        new EpcReader(dictionary).read(uri, findings);
        return finished(ScanForm.EPC, findings);
    }

    private Scan tradeItem(Located data, int digits) {
        Findings findings = new Findings();
        if (data.length() == digits) {
            Located gtin = Located.made("0".repeat(14 - digits) + data.text(), data.start(), data.start() + digits);
            findings.add(new Element(dictionary.find("01").orElseThrow(), data.start(), gtin));
        } else {
            findings.problem(data.start(), data.length(), "", "TRADE_ITEM_DIGITS", digits, data.length());
        }
        return finished(ScanForm.TRADE_ITEM_NUMBER, findings);
    }

    private Scan finished(ScanForm form, Findings findings) {
        List<Element> elements = Associations.distinct(findings.elements(), findings);
        elements.forEach(element -> ValueCheck.check(element, findings));
        Associations.checkExcluded(elements, findings);
        if (!findings.problems().isEmpty()) {
            return new Scan(form, List.of(), Identified.NOTHING, findings.problems(), List.of(), findings.ignored());
        }
        return new Scan(
                form,
                elements.stream().map(Element::scanned).toList(),
                meaning.of(elements.stream().map(Element::scanned).toList()),
                List.of(),
                Associations.missing(elements),
                findings.ignored());
    }

    private static Scan text() {
        return new Scan(ScanForm.TEXT, List.of(), Identified.NOTHING, List.of(), List.of(), List.of());
    }
}
