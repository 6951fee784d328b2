package org.lottrace.api.wrong;

import org.joda.money.Money;

/** Ring 0 knows money outside of cost. */
public interface KnowsMoney {
    Money value();
}
