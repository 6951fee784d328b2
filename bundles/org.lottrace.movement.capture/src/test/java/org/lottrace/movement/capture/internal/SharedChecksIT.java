package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Basis;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.company.WorkingBakery;

class SharedChecksIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final List<String> lookedUp = new ArrayList<>();
    private final SharedChecks checks =
            new SharedChecks(bakery.database().sites(), bakery.database().items(), watched(bakery.lots()));

    @Test
    void all_lots_are_looked_up_together_on_however_many_lines_they_are() {
        List<LotQuantity> lines = new ArrayList<>(Collections.nCopies(300, on(SHELF, FLOUR_1, "1 KGM")));
        lines.addAll(Collections.nCopies(300, on(SHELF, FLOUR_2, "1 KGM")));
        lines.addAll(Collections.nCopies(300, on(SHELF, LotReference.parse("L9"), "1 KGM")));
        Findings findings = new Findings(Basis.REQUESTED);

        List<Goods> read = bakery.unitOfWork()
                .required(() -> checks.countedGoods(BERLIN, lines, new FoundLots(bakery.lots()), findings));

        assertEquals(600, read.size());
        assertEquals(300, findings.all().size());
        assertEquals(1, lookedUp.size(), lookedUp::toString);
    }

    @Test
    void of_many_lots_that_may_be_meant_ten_are_named() {
        Findings findings = new Findings(Basis.REQUESTED);
        LotMaster many = (LotMaster) Proxy.newProxyInstance(
                LotMaster.class.getClassLoader(),
                new Class<?>[] {LotMaster.class},
                (proxy, method, given) -> Collections.nCopies(500, aLot("77").build()));

        new SharedChecks(bakery.database().sites(), bakery.database().items(), many)
                .lot(LotReference.parse("77"), ViolationPath.of("lot"), findings);

        String message = findings.all().get(0).message();
        assertEquals(10, message.split("FLOUR/77", -1).length - 1, message);
        assertTrue(message.contains(" or another"), message);
    }

    private LotMaster watched(LotMaster lots) {
        return (LotMaster) Proxy.newProxyInstance(
                LotMaster.class.getClassLoader(), new Class<?>[] {LotMaster.class}, (proxy, method, given) -> {
                    lookedUp.add(method.getName() + " " + given[0]);
                    try {
                        return method.invoke(lots, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
