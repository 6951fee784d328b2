package org.lottrace.persistence.internal.account;

import java.util.List;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.cost.OneBooks;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaAccountRuleStore implements AccountRuleStore {
    private final CurrentSession current;

    @Activate
    public JpaAccountRuleStore(@Reference CurrentSession current) {
        this.current = new OneBooks(current);
    }

    @Override
    public void insert(AccountRule rule) {
        current.run(session -> {
            AccountRuleEntity row = new AccountRuleEntity(rule);
            session.insert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public List<AccountRule> all() {
        return current.call(session -> session.createSelectionQuery(
                        "from AccountRuleEntity order by version", AccountRuleEntity.class)
                .getResultStream()
                .map(AccountRuleEntity::toRule)
                .toList());
    }
}
