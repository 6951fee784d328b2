package org.lottrace.persistence.internal.right;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Role;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;

/** A row of {@code lot_right}. */
@Entity
@Table(name = "lot_right")
public class LotRightEntity {
    private static final String LINE = "\n";

    @Id
    @Column(name = "right_version")
    long version;

    @Column(name = "action", length = 20)
    String action;

    @Column(name = "item_class", length = 30)
    String itemClass;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "user_names", length = 10_100)
    String users;

    @Column(name = "role_names", length = 1000)
    String roles;

    @Column(name = "reason", length = 2000)
    String reason;

    @Column(name = "said_by", length = 200)
    String by;

    @Column(name = "said_at")
    Instant at;

    protected LotRightEntity() {}

    LotRightEntity(LotRight right) {
        version = right.version();
        LotRightChange change = right.change();
        action = change.action().code();
        itemClass = change.scope().itemClass().orElse(null);
        site = change.scope().site().map(SiteId::value).orElse(null);
        users = change.users().stream().sorted().collect(Collectors.joining(LINE));
        roles = change.roles().stream().map(Role::code).sorted().collect(Collectors.joining(LINE));
        reason = change.reason();
        by = right.by();
        at = right.at();
    }

    LotRight toRight() {
        return new LotRight(
                version,
                new LotRightChange(
                        Coded.of(LotAction.class, action),
                        new LotRightScope(
                                Optional.ofNullable(itemClass),
                                Optional.ofNullable(site).map(SiteId::new)),
                        lines(users).collect(Collectors.toSet()),
                        roles(),
                        reason),
                by,
                at);
    }

    private Set<Role> roles() {
        return lines(roles).map(code -> Coded.of(Role.class, code)).collect(Collectors.toSet());
    }

    private static Stream<String> lines(String text) {
        return text.lines().filter(line -> !line.isEmpty());
    }
}
