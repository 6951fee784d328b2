package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lottrace.api.fixture.Bakery;

/**
 * An 856 that nobody has thought of: any nesting below the shipment, levels in any order, quantities, item numbers, lots, dates and pallets on any
 * level, some twice, some with a qualifier that nobody reads.
 */
final class GeneratedNotice {
    private static final List<String> LIN =
            List.of("LT", "LT", "LT", "B8", "UK", "VN", "VN", "IN", "CH", "N4", "ZZ", "LT");
    private static final List<String> DTM =
            List.of("036", "036", "036", "094", "208", "510", "511", "011", "017", "067", "405");
    private static final List<String> REF = List.of("LT", "BT", "LS", "ZZ");
    private static final List<String> BELOW_SHIPMENT = List.of("O", "O", "O", "T", "P", "I");
    private static final List<String> BELOW = List.of("T", "P", "P", "I", "I", "I", "ZZ", "F");

    private final Random random;
    private final List<Hl> levels = new ArrayList<>();
    private int units;

    /**
     * A level.
     *
     * @param segments those behind HL, as text
     */
    record Hl(int id, int parent, String code, List<String> segments) {}

    private GeneratedNotice(long seed) {
        random = new Random(seed);
    }

    static GeneratedNotice of(long seed) {
        GeneratedNotice notice = new GeneratedNotice(seed);
        notice.levels.add(
                new Hl(1, 0, "S", new ArrayList<>(List.of("DTM*011*20260302", "N1*ST*PLANT*UL*4260000010003"))));
        int orders = 1 + notice.random.nextInt(2);
        for (int i = 0; i < orders; i++) {
            notice.level(1, notice.of(BELOW_SHIPMENT), 1);
        }
        if (notice.random.nextInt(3) == 0) {
            Collections.shuffle(notice.levels, notice.random);
        }
        return notice;
    }

    private void level(int parent, String code, int depth) {
        int id = levels.size() + 1;
        Hl level = new Hl(id, parent, code, new ArrayList<>());
        levels.add(level);
        int children =
                code.equals("I") ? random.nextInt(8) / 6 : depth > 3 || code.equals("ZZ") ? 0 : 1 + random.nextInt(3);
        boolean isLeaf = children == 0;
        fill(level, isLeaf);
        for (int i = 0; i < children; i++) {
            level(id, code.equals("I") ? "ZZ" : of(BELOW), depth + 1);
        }
    }

    /** In the order of the standard. Mostly as partners write it, so that many are taken. */
    private void fill(Hl level, boolean isLeaf) {
        boolean isUsual = random.nextInt(8) > 0;
        List<String> at = level.segments();
        if (isLeaf || level.code().equals("I") || random.nextInt(20) == 0) {
            StringBuilder lin = new StringBuilder("LIN*" + level.id());
            if (isUsual) {
                lin.append("*VN*FL-25*LT*L").append(level.id());
            } else {
                for (int pairs = 1 + random.nextInt(4); pairs > 0; pairs--) {
                    lin.append('*').append(of(LIN)).append("*V").append(random.nextInt(1000));
                }
            }
            at.add(lin.toString());
        }
        if (isLeaf || random.nextInt(25) == 0) {
            at.add("SN1**" + (1 + random.nextInt(50)) + "*EA");
        }
        if (level.code().equals("O")) {
            at.add("PRF*PO-" + level.id());
        }
        if (random.nextInt(20) == 0) {
            at.add("REF*" + of(REF) + "*R" + random.nextInt(1000));
        }
        if (level.code().equals("P") || level.code().equals("T") || random.nextInt(30) == 0) {
            at.add("MAN*GM*" + Bakery.pallet(++units).value());
        }
        for (int dates = random.nextInt(isLeaf ? 3 : 12) / (isLeaf ? 1 : 10); dates > 0; dates--) {
            at.add("DTM*" + (isLeaf && isUsual ? dates == 1 ? "036" : "094" : of(DTM)) + "*2027"
                    + String.format("%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28)));
        }
    }

    private String of(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    List<Hl> levels() {
        return levels;
    }

    /** @return amounts of SN1 of the levels that have none below them, in no order */
    List<BigDecimal> leaves() {
        return levels.stream()
                .filter(level -> !hasQuantityBelow(level))
                .flatMap(level -> elements(level, "SN1", 2).stream())
                .map(BigDecimal::new)
                .toList();
    }

    boolean hasQuantityBelow(Hl level) {
        return levels.stream()
                .filter(child -> child.parent() == level.id())
                .anyMatch(child -> !elements(child, "SN1", 2).isEmpty() || hasQuantityBelow(child));
    }

    static List<String> elements(Hl level, String tag, int element) {
        return level.segments().stream()
                .map(segment -> segment.split("\\*"))
                .filter(parts -> parts[0].equals(tag))
                .map(parts -> parts[element])
                .toList();
    }

    byte[] file() {
        List<String> segments = new ArrayList<>(List.of("ST*856*0001", "BSN*00*N-1*20260302*0910"));
        for (Hl level : levels) {
            segments.add("HL*" + level.id() + "*" + (level.parent() == 0 ? "" : level.parent()) + "*" + level.code());
            segments.addAll(level.segments());
        }
        segments.add("CTT*" + levels.size());
        segments.add("SE*" + (segments.size() + 1) + "*0001");
        String text = "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*"
                + "000000001*0*P*>~\nGS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~\n" + String.join("~\n", segments)
                + "~\nGE*1*1~\nIEA*1*000000001~\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
