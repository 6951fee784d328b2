package org.lottrace.services.fill;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.lot.LotKey;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * The most that the lines can get together, by a solver that knows no order of lots and no order of lines: a linear program, with whole
 * numbers where the lots of a line are limited, or have to agree.
 */
final class MostFilled {
    /** With its Gomory cuts ojAlgo 56.2.1 cuts off what can be done: it found less than the most, or nothing. Nothing is so fractional. */
    private static final IntegerStrategy WITHOUT_CUTS = IntegerStrategy.newConfigurable()
            .withGMICutConfiguration(new IntegerStrategy.GMICutConfiguration().withFractionality(0.9));

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<List<Object>, Expression> goods = new HashMap<>();

    private MostFilled() {
        model.options.integer(WITHOUT_CUTS);
    }

    static long of(List<Possible.Line> lines) {
        return new MostFilled().solve(lines);
    }

    private long solve(List<Possible.Line> lines) {
        lines.forEach(this::add);
        if (model.countVariables() == 0) {
            return 0;
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("no optimum: " + result.getState());
        }
        return Math.round(result.getValue());
    }

    private void add(Possible.Line line) {
        Expression all = model.newExpression("all of " + line.reference()).upper(line.wanted());
        Map<LotKey, Expression> ofLot = new HashMap<>();
        Map<Object, Expression> ofExpiry = new HashMap<>();
        for (Possible.Goods one : line.goods()) {
            String name = line.reference() + " " + one.lot().key() + " " + one.position();
            Variable part = model.newVariable(name).lower(0).upper(one.pieces()).weight(1);
            all.set(part, 1);
            if (line.oneExpiry()) {
                ofExpiry.computeIfAbsent(expiry(one), expiry -> model.newExpression(line.reference() + " of " + expiry)
                                .upper(0))
                        .set(part, 1);
            }
            goods.computeIfAbsent(List.of(one.lot().key(), one.position()), none -> model.newExpression(
                                    "goods " + one.lot().key() + " " + one.position())
                            .upper(one.pieces()))
                    .set(part, 1);
            if (line.mostLots().isPresent()) {
                ofLot.computeIfAbsent(one.lot().key(), lot -> model.newExpression(line.reference() + " of " + lot)
                                .upper(0))
                        .set(part, 1);
            }
        }
        if (line.oneExpiry()) {
            Expression one =
                    model.newExpression("expiries of " + line.reference()).upper(1);
            ofExpiry.forEach((expiry, taken) -> {
                Variable used = model.newVariable(line.reference() + " uses expiry " + expiry)
                        .binary();
                one.set(used, 1);
                taken.set(used, line.wanted().negate());
            });
        }
        line.mostLots().filter(most -> ofLot.size() > most).ifPresent(most -> {
            Expression lots = model.newExpression("lots of " + line.reference()).upper(most);
            ofLot.forEach((lot, taken) -> {
                Variable used =
                        model.newVariable(line.reference() + " uses " + lot).binary();
                lots.set(used, 1);
                taken.set(used, line.wanted().negate());
            });
        });
        line.mostLots().filter(most -> ofLot.size() <= most).ifPresent(most -> ofLot.values()
                .forEach(taken -> taken.upper((BigDecimal) null)));
    }

    /** A lot that has none agrees with no other one. */
    private static Object expiry(Possible.Goods goods) {
        return goods.lot().expiry().<Object>map(day -> day).orElse(goods.lot().key());
    }
}
