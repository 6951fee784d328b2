package org.lottrace.alert.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace alerts",
        description = "Who is told when a health check is not OK, and when it is again")
@interface AlertConfig {
    String PID = "org.lottrace.health.alert";

    String EXPIRY_PID = "org.lottrace.expiry.alert";

    @AttributeDefinition(name = "Look", description = "seconds between two looks at the health checks; 0: nobody looks")
    int look_seconds() default 30;

    @AttributeDefinition(name = "Hold", description = "seconds for which a state must hold before it is told")
    int hold_seconds() default 120;

    @AttributeDefinition(
            name = "State",
            description =
                    "file with what was told and what is still to be delivered; empty: in memory, so a restart tells again")
    String state_file() default "";

    @AttributeDefinition(name = "Mail to", description = "addresses, separated by commas; empty: no e-mail")
    String mail_to() default "";

    @AttributeDefinition(name = "Mail from", description = "address that alerts come from")
    String mail_from() default "";

    @AttributeDefinition(name = "SMTP host", description = "server that takes our e-mail")
    String mail_host() default "";

    @AttributeDefinition(name = "SMTP port", description = "587 for STARTTLS, 465 for TLS, 25 for NONE")
    int mail_port() default 587;

    @AttributeDefinition(name = "Security", description = "STARTTLS (required, not merely offered), TLS or NONE")
    String mail_security() default "STARTTLS";

    @AttributeDefinition(name = "User", description = "of the SMTP server; empty: without login")
    String mail_user() default "";

    @AttributeDefinition(name = "Password", description = "of that user")
    String mail_password() default "";

    @AttributeDefinition(name = "Webhook", description = "https address, or http to this machine; empty: none")
    String webhook_url() default "";

    @AttributeDefinition(
            name = "Webhook secret",
            description = "key of the signature (HMAC-SHA-256); empty: no signature")
    String webhook_secret() default "";

    @AttributeDefinition(name = "Timeout", description = "seconds for connecting, and for each answer")
    int timeout_seconds() default 20;
}
