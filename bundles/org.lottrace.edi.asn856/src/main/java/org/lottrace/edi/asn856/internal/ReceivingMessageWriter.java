package org.lottrace.edi.asn856.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;

/**
 * Writes a receiving advice as a RECADV: one CPS for each logistic unit in a row, one LIN for each line of goods, with the quantity that came
 * (48) and a QVR for each thing that is wrong.
 *
 * <p>Source: EDIFACT D.01B, RECADV; data elements 1001 (632), 2005 (50 received), 1153 (AAK), 4221 (AC over, AE without notice, AF damaged, CP
 * short; ZZZ with the reason in words for the others).
 */
final class ReceivingMessageWriter {
    private static final String RECEIVING_ADVICE = "632";
    private static final String DAY = "102";

    private final List<List<String>> segments = new ArrayList<>();
    private Optional<Sscc> unit = Optional.empty();
    private int packages;

    private ReceivingMessageWriter() {}

    /** What a line names of its item and lot, as the supplier knows them. */
    interface Named {
        /** @return EN, UP or UK with the GTIN, IN with our number, LT with the lot; pairs as in a LIN of X12 */
        List<String> pairs(int number, AdvisedGoods goods);
    }

    /** As {@link ReceivingAdviceWriter#write}; the purpose is that of BRA03. */
    static String write(
            String purpose, String number, LocalDate day, ShipNoticeId notice, List<AdvisedGoods> goods, Named named) {
        return new ReceivingMessageWriter().lines(purpose, number, day, notice, goods, named);
    }

    private String lines(
            String purpose, String number, LocalDate day, ShipNoticeId notice, List<AdvisedGoods> goods, Named named) {
        segments.add(List.of("BGM", RECEIVING_ADVICE, number, function(purpose)));
        segments.add(List.of("DTM", joined("137", date(day), DAY)));
        segments.add(List.of("DTM", joined("50", date(day), DAY)));
        segments.add(List.of("RFF", joined("AAK", notice.number())));
        segments.add(List.of("NAD", "SU", joined(notice.sender().value(), "", "92")));
        cps(Optional.empty());
        for (int i = 0; i < goods.size(); i++) {
            AdvisedGoods one = goods.get(i);
            if (!one.unit().equals(unit)) {
                cps(one.unit());
            }
            line(i + 1, one, named.pairs(i + 1, one));
        }
        segments.add(List.of("CNT", joined("2", String.valueOf(goods.size()))));
        return AdviceXml.of(segments);
    }

    private static String function(String purpose) {
        return switch (purpose) {
            case "01" -> "1";
            case "05" -> "5";
            default -> "9";
        };
    }

    private void cps(Optional<Sscc> next) {
        unit = next;
        packages++;
        segments.add(packages == 1 ? List.of("CPS", "1") : List.of("CPS", String.valueOf(packages), "1"));
        next.ifPresent(sscc -> {
            segments.add(List.of("PAC", "1"));
            segments.add(List.of("PCI", "33E"));
            segments.add(List.of("GIN", "BJ", sscc.value()));
        });
    }

    private void line(int number, AdvisedGoods goods, List<String> pairs) {
        String gtin = "";
        List<String> products = new ArrayList<>(List.of("PIA", "1"));
        String lot = "";
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            switch (pairs.get(i)) {
                case "UP", "EN", "UK" -> gtin = joined(pairs.get(i + 1), "SRV");
                case "LT" -> lot = pairs.get(i + 1);
                default -> products.add(joined(pairs.get(i + 1), pairs.get(i)));
            }
        }
        segments.add(List.of("LIN", String.valueOf(number), "", gtin));
        if (products.size() > 2) {
            segments.add(products);
        }
        segments.add(List.of(
                "QTY",
                joined(
                        "48",
                        amount(goods.received()),
                        UnitCodes.toEdifact(goods.received().unit()))));
        goods.contested().forEach((condition, quantity) -> segments.add(variance(condition, quantity)));
        goods.expiry().ifPresent(day -> segments.add(List.of("DTM", joined("36", date(day), DAY))));
        if (!lot.isEmpty()) {
            segments.add(List.of("GIN", "BX", lot));
        }
        goods.order().ifPresent(order -> segments.add(List.of("RFF", joined("ON", order))));
    }

    private static List<String> variance(ReceivingCondition condition, Quantity quantity) {
        String code = ReceivingCodes.variance(condition);
        return code.equals("ZZZ")
                ? List.of("QVR", amount(quantity), code, joined("", "", "", reason(condition)))
                : List.of("QVR", amount(quantity), code);
    }

    /** 4294 has 35 characters. */
    private static String reason(ReceivingCondition condition) {
        return condition == ReceivingCondition.QUALITY ? "quality or date is in question" : condition.words();
    }

    private static String amount(Quantity quantity) {
        return quantity.amount().stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String joined(String... components) {
        return String.join(String.valueOf(SetSegment.COMPONENT), components);
    }
}
