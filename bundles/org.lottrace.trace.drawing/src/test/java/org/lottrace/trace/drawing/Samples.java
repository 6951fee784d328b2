package org.lottrace.trace.drawing;

import static org.lottrace.trace.drawing.Traces.trace;

import org.lottrace.api.genealogy.Direction;

/** Traces as they look in a bakery. */
final class Samples {
    private Samples() {}

    /** Salt that turned out bad: where did it go? */
    static Traces salt() {
        return trace(Direction.FORWARD)
                .named("RM-1005", "Salt, fine, without iodine")
                .named("RM-1001", "Wheat flour 550")
                .named("SF-2001", "Dough for rolls")
                .named("SF-2002", "Dough for rye bread")
                .named("FG-3001", "Rolls, 10 pieces")
                .named("FG-3002", "Rye bread 750 g")
                .party("S-100", "Saline Works")
                .party("C-1", "Corner Shop Ltd")
                .party("C-2", "Hotel Bellevue & Sons, purchasing department")
                .party("C-3", "North Market")
                .seed("RM-1005/SAL-262711")
                .received("RM-1005/SAL-262711", "S-100", "500")
                .edge("RM-1005/SAL-262711", "SF-2001/D-0301", "120", "0.24")
                .edge("RM-1005/SAL-262711", "SF-2002/D-0302", "320", "0.64")
                .inferred("RM-1005/SAL-262711", "SF-2002/D-0303", "10.5", "0.021")
                .edge("SF-2001/D-0301", "FG-3001/R-0301", "2400", "1")
                .edge("SF-2002/D-0302", "FG-3002/B-0302", "3100", "0.7")
                .edge("SF-2002/D-0302", "FG-3002/B-0303", "1300", "0.3")
                .edge("SF-2002/D-0303", "FG-3002/B-0303", "400", "1")
                .shipped("FG-3001/R-0301", "C-1", "40")
                .shipped("FG-3001/R-0301", "C-2", "160")
                .cameBack("FG-3001/R-0301", "C-2", "12")
                .shipped("FG-3002/B-0302", "C-2", "80")
                .shipped("FG-3002/B-0302", "C-3", "90")
                .onHand("FG-3002/B-0303", "210", "CS")
                .onHand("FG-3002/B-0302", "4", "CS")
                .onHand("RM-1005/SAL-262711", "49.5", "KGM")
                .suspect("RM-1005/SAL-262711", "120", "120")
                .suspect("SF-2001/D-0301", "0", "120")
                .suspect("SF-2002/D-0302", "0", "120")
                .suspect("SF-2002/D-0303", "0", "10.5")
                .suspect("FG-3001/R-0301", "0", "120")
                .suspect("FG-3002/B-0302", "0", "84.3333")
                .suspect("FG-3002/B-0303", "5.25", "46.5")
                .state("RM-1005/SAL-262711", LotState.ON_HOLD)
                .state("FG-3002/B-0303", LotState.RECALLED)
                .state("SF-2002/D-0303", LotState.EXPIRED)
                .state("SF-2001/D-0301", LotState.UNKNOWN);
    }

    /** A rye bread, backward: many small receipts, one dough. */
    static Traces bread() {
        Traces bread = trace(Direction.BACKWARD).seed("FG-3002/B-0400").named("RM-1001", "Rye flour 1150");
        for (int i = 1; i <= 38; i++) {
            String lot = "RM-1001/F-%04d".formatted(i);
            bread.received(lot, i % 2 == 0 ? "S-1" : "S-2", "1000").edge(lot, "SF-2002/D-0400", "500", "0.026");
        }
        return bread.received("RM-1005/SAL-1", "S-3", "500")
                .edge("RM-1005/SAL-1", "SF-2002/D-0400", "40", "0.02")
                .edge("SF-2002/D-0400", "FG-3002/B-0400", "19000", "1")
                .state("RM-1001/F-0007", LotState.ON_HOLD)
                .state("RM-1001/F-0008", LotState.EXPIRED);
    }

    /** A season: one lot of salt in many doughs, each in some products, those with some of many consignees. */
    static Traces season(int doughs, int products, int consignees) {
        Traces season = trace(Direction.FORWARD).seed("RM-1005/SAL-1").received("RM-1005/SAL-1", "S-1", "9000");
        for (int dough = 0; dough < doughs; dough++) {
            String doughLot = "SF-%d/D-%05d".formatted(2000 + dough % 4, dough);
            season.edge("RM-1005/SAL-1", doughLot, "2", "0.0002");
            for (int product = 0; product < products; product++) {
                String lot = "FG-%d/P-%05d-%d".formatted(3000 + (dough + product) % 9, dough, product);
                season.edge(doughLot, lot, "200", "0.5");
                for (int ship = 0; ship < 3; ship++) {
                    season.shipped(lot, "C-" + (1000 + (dough * 7 + product * 13 + ship * 31) % consignees), "12");
                }
            }
        }
        return season;
    }
}
