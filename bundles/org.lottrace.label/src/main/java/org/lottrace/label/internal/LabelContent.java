package org.lottrace.label.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.api.label.LabelKind;
import org.lottrace.api.label.LabelRequest;
import org.lottrace.api.label.Labels;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** What is said on a label: its elements, those of variable length last, and its words. Source: GS1 General Specifications, 4.15. */
final class LabelContent {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String KILOGRAM = "KGM";
    private static final int WEIGHT_DIGITS = 6;
    private static final int DECIMALS = 3;

    private final List<ElementValue> elements = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<Violation> problems = new ArrayList<>();

    /** GS1 General Specifications, AI (21). */
    private static final Pattern SERIAL = Pattern.compile("[!\"%-?A-Z_a-z]{1,20}");

    private LabelContent() {}

    /** @param known what is known of the lot besides its dates and number */
    static LabelContent of(LabelRequest request, Lot lot, List<KeyDatum> known, Item item) {
        LabelContent content = new LabelContent();
        content.say(request, lot, item);
        content.begun("opened", KeyDataElement.OPENING_DATE, known);
        content.begun("thawed", KeyDataElement.THAWING_DATE, known);
        return content;
    }

    List<ElementValue> elements() {
        return elements;
    }

    /** @param brackets what the bar codes say; people need no escapes */
    LabelWords words(String brackets) {
        Map<String, String> all = new HashMap<>(words);
        all.put("elements", brackets.replace("\\(", "("));
        return new LabelWords(all);
    }

    List<Violation> problems() {
        return problems;
    }

    private void say(LabelRequest request, Lot lot, Item item) {
        boolean isPallet = request.kind() == LabelKind.PALLET;
        words.put("description", item.description());
        words.put("item", item.number().value());
        request.unit().ifPresent(unit -> add("00", "unit", unit.value(), unit.value()));
        if (isPallet && request.unit().isEmpty()) {
            wrong("unit", "a pallet has an SSCC");
        }
        item.gtin()
                .ifPresentOrElse(
                        gtin -> add(isPallet ? "02" : "01", "gtin", gtin.value(), gtin.value()),
                        () -> problems.add(new Violation(
                                Labels.NO_GTIN, "lot", "item " + item.number() + " has no trade item number")));
        lot.productionDate().ifPresent(day -> date("11", "production", day));
        lot.expiry().ifPresent(day -> date("17", "expiry", day));
        request.weight().ifPresent(this::weight);
        count(request, isPallet);
        number(request, lot).ifPresent(number -> add("10", "lot", number, number));
        request.serial().ifPresent(this::serial);
        checkUse(request, isPallet);
    }

    private void serial(String serial) {
        if (SERIAL.matcher(serial).matches()) {
            add("21", "serial", serial, serial);
        } else {
            problems.add(new Violation(
                    Labels.SERIAL_NOT_MARKABLE,
                    "serial",
                    "serial number \"" + serial
                            + "\" is not 1 to 20 characters that GS1 AI (21) allows: the piece keeps it, and has no label"
                            + " of GS1"));
        }
    }

    /** No element of GS1 says it; what it leaves of the shelf life is the expiry. */
    private void begun(String name, KeyDataElement element, List<KeyDatum> known) {
        KeyDatum.find(known, element).ifPresent(day -> words.put(name, day.text()));
    }

    private void count(LabelRequest request, boolean isPallet) {
        if (isPallet && request.count().filter(count -> count > 0).isEmpty()) {
            wrong("count", "a pallet says how many trade items are on it, at least one");
        } else if (isPallet) {
            String count = request.count().orElseThrow().toString();
            add("37", "count", count, count);
        }
    }

    /** What would not be said on this kind of label is not taken. */
    private void checkUse(LabelRequest request, boolean isPallet) {
        if (!isPallet && request.unit().isPresent()) {
            wrong("unit", "only a pallet has an SSCC");
        }
        if (!isPallet && request.count().isPresent()) {
            wrong("count", "only a pallet has a count");
        }
        if (isPallet && request.serial().isPresent()) {
            wrong("serial", "only a piece has a serial number, not a pallet");
        }
        if (request.kind() == LabelKind.LOT && request.weight().isPresent()) {
            wrong("weight", "only a case or a pallet has a weight");
        }
    }

    private Optional<String> number(LabelRequest request, Lot lot) {
        if (request.supplierNumber() && lot.supplierLotNumber().isEmpty()) {
            wrong("supplierNumber", "the lot has no number of its supplier");
        }
        Optional<String> number = request.supplierNumber()
                ? lot.supplierLotNumber()
                : Optional.of(lot.number().value());
        number.filter(text -> text.indexOf(' ') >= 0)
                .ifPresent(text -> problems.add(new Violation(
                        Labels.NUMBER_WITH_BLANK,
                        request.supplierNumber() ? "supplierNumber" : "lot",
                        "lot number \"" + text
                                + "\" has a blank, which GS1 AI (10) does not allow: it is kept as the partner's, and"
                                + " has no label of GS1")));
        return number;
    }

    private void date(String ai, String name, LocalDate day) {
        add(ai, name, YYMMDD.format(day), day.toString());
    }

    /** Six digits, of which at most three are decimals: the last digit of the identifier says how many. */
    private void weight(Quantity weight) {
        BigDecimal amount = weight.amount().stripTrailingZeros();
        int decimals = DECIMALS;
        while (decimals > Math.max(0, amount.scale())
                && amount.movePointRight(decimals).toBigInteger().toString().length() > WEIGHT_DIGITS) {
            decimals--;
        }
        BigDecimal digits = amount.movePointRight(decimals);
        boolean canBeSaid = weight.unit().code().equals(KILOGRAM)
                && amount.signum() > 0
                && amount.scale() <= decimals
                && digits.toBigInteger().toString().length() <= WEIGHT_DIGITS;
        if (!canBeSaid) {
            wrong("weight", "a weight is in kilograms (KGM), more than 0, with six digits and three decimals at most");
            return;
        }
        String value = digits.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
        add(
                "310" + decimals,
                "weight",
                "0".repeat(WEIGHT_DIGITS - value.length()) + value,
                amount.toPlainString() + " kg");
    }

    private void add(String ai, String name, String value, String word) {
        elements.add(new ElementValue(ai, value));
        words.put(name, word);
    }

    private void wrong(String property, String message) {
        problems.add(new Violation(Labels.DETAIL_WRONG, property, message));
    }
}
