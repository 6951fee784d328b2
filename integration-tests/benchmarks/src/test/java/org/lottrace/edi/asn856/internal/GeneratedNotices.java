package org.lottrace.edi.asn856.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Interchanges of ship notices from ACME, such as a partner sends. */
final class GeneratedNotices {
    private GeneratedNotices() {}

    /**
     * Dense: S-O-T-P-I, 48 lines a set with all that describes them. Sparse: a pack and an item each, 10 lines a set.
     *
     * @param length how many bytes it has at least
     * @param prefix of the numbers of the notices
     */
    static byte[] file(boolean dense, int length, String prefix) {
        StringBuilder text = new StringBuilder();
        text.append("ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*")
                .append("000000001*0*P*>~\nGS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~\n");
        int sets = 0;
        int unit = 0;
        while (text.length() < length) {
            sets++;
            List<String> set = new ArrayList<>(List.of(
                    "BSN*00*" + prefix + "-" + sets + "*20260302*0910*0001",
                    "HL*1**S",
                    "DTM*011*20260302",
                    "N1*ST*Sample Foods Plant 1*UL*4260000010003",
                    "HL*2*1*O",
                    "PRF*PO-5001"));
            int level = 2;
            int tare = 2;
            for (int line = 1; line <= (dense ? 48 : 10); line++) {
                if (dense && line % 12 == 1) {
                    tare = ++level;
                    set.addAll(List.of("HL*" + tare + "*2*T", "MAN*GM*" + sscc(unit++)));
                }
                if (!dense || line % 4 == 1) {
                    set.addAll(List.of("HL*" + ++level + "*" + tare + "*P", "MAN*GM*" + sscc(unit++)));
                }
                int pack = dense ? level - (line - 1) % 4 : level;
                set.add("HL*" + ++level + "*" + pack + "*I");
                set.addAll(
                        dense
                                ? List.of(
                                        "LIN*" + line + "*UK*14005999001017*IN*10004711*VN*FL-25*LT*A17-" + line,
                                        "SN1*" + line + "*40*EA",
                                        "PID*F****WHEAT FLOUR 25 KG",
                                        "MEA*WT*G*1000*KG",
                                        "REF*ZZ*R" + line,
                                        "DTM*036*20270131",
                                        "DTM*094*20260215",
                                        "N1*SF*ACME FOODS*UL*4005999000013",
                                        "N3*1 Mill Road",
                                        "N4*Hamburg**20095*DE")
                                : List.of(
                                        "LIN*" + line + "*UK*14005999001017*LT*A17-" + line,
                                        "SN1*" + line + "*40*EA",
                                        "DTM*036*20270131",
                                        "DTM*094*20260215"));
            }
            set.add("CTT*" + level);
            String control = String.format("%04d", sets);
            text.append("ST*856*").append(control).append("~\n");
            set.forEach(segment -> text.append(segment).append("~\n"));
            text.append("SE*")
                    .append(set.size() + 2)
                    .append('*')
                    .append(control)
                    .append("~\n");
        }
        text.append("GE*").append(sets).append("*1~\nIEA*1*000000001~\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sscc(int number) {
        String digits = String.format("34005999%09d", number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }
}
