package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.persistence.internal.value.MoneyPart;

/** A row of {@code period_account}. */
@Entity
@Table(name = "period_account")
public class PeriodAccountEntity {
    @EmbeddedId
    Key id;

    @Embedded
    @EmbeddedColumnNaming("change_%s")
    MoneyPart change;

    @Embedded
    @EmbeddedColumnNaming("balance_%s")
    MoneyPart balance;

    protected PeriodAccountEntity() {}

    PeriodAccountEntity(long step, AccountBalance of) {
        id = new Key(step, of.account());
        change = MoneyPart.of(of.change());
        balance = MoneyPart.of(of.balance());
    }

    AccountBalance toBalance() {
        return new AccountBalance(id.account(), change.toMoney(), balance.toMoney());
    }

    /**
     * @param step number of the step
     * @param account which one
     */
    @Embeddable
    public record Key(
            @Column(name = "step_number") long step,
            @Column(name = "account", length = 30) Account account) implements Serializable {}
}
