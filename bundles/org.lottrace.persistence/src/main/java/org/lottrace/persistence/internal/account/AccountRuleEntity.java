package org.lottrace.persistence.internal.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemType;
import org.lottrace.persistence.internal.cost.OneBooks;

/** A row of {@code account_rule}. The first version of a rule has its number. */
@Entity
@Table(name = "account_rule")
@Filter(name = OneBooks.COMMON, condition = OneBooks.IS_COMMON)
@Filter(name = OneBooks.OWN, condition = "company = :company")
public class AccountRuleEntity {
    @Id
    @Column(name = "rule_version")
    long version;

    @Column(name = "rule_number")
    long rule;

    @Column(name = "account", length = 30)
    String account;

    @Column(name = "item_class", length = 30)
    String itemClass;

    @Column(name = "item_type", length = 20)
    String itemType;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "document_type", length = 20)
    String document;

    @Column(name = "event_type", length = 20)
    String event;

    @Column(name = "event_reason", length = 500)
    String eventReason;

    @Column(name = "from_day")
    LocalDate from;

    @Column(name = "account_number", length = 30)
    String number;

    @Column(name = "reason", length = 2000)
    String reason;

    @Column(name = "said_by", length = 200)
    String by;

    @Column(name = "said_at")
    Instant at;

    /** Empty in the common books. */
    @Column(name = "company", length = 20)
    String company;

    protected AccountRuleEntity() {}

    AccountRuleEntity(AccountRule of) {
        AccountRuleChange change = of.change();
        AccountScope scope = change.scope();
        company = OneBooks.company();
        version = of.version();
        rule = of.rule();
        account = change.account().code();
        itemClass = scope.itemClass().orElse(null);
        itemType = scope.itemType().map(ItemType::code).orElse(null);
        site = scope.site().map(SiteId::value).orElse(null);
        document = scope.document().map(DocumentType::code).orElse(null);
        event = scope.event().map(EventType::code).orElse(null);
        eventReason = scope.eventReason().orElse(null);
        from = change.from();
        number = change.number().orElse(null);
        reason = change.reason();
        by = of.by();
        at = of.at();
    }

    AccountRule toRule() {
        AccountScope scope = new AccountScope(
                Optional.ofNullable(itemClass),
                Optional.ofNullable(itemType).map(code -> Coded.of(ItemType.class, code)),
                Optional.ofNullable(site).map(SiteId::new),
                Optional.ofNullable(document).map(code -> Coded.of(DocumentType.class, code)),
                Optional.ofNullable(event).map(code -> Coded.of(EventType.class, code)),
                Optional.ofNullable(eventReason));
        AccountRuleChange change = new AccountRuleChange(
                rule == version ? Optional.empty() : Optional.of(rule),
                Coded.of(Account.class, account),
                scope,
                from,
                Optional.ofNullable(number),
                reason);
        return new AccountRule(version, rule, change, by, at);
    }
}
