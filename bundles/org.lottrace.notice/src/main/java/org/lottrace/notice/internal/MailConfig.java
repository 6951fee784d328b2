package org.lottrace.notice.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of notices by e-mail. */
@ObjectClassDefinition(name = "LotTrace recall notices: e-mail")
@interface MailConfig {
    String PID = "org.lottrace.notice.mail";

    @AttributeDefinition(name = "SMTP host", description = "server that takes our e-mail; empty: no e-mail is sent")
    String host() default "";

    @AttributeDefinition(name = "SMTP port", description = "587 for STARTTLS, 465 for TLS, 25 for NONE")
    int port() default 587;

    @AttributeDefinition(name = "Security", description = "STARTTLS (required, not merely offered), TLS or NONE")
    MailSecurity security() default MailSecurity.STARTTLS;

    @AttributeDefinition(name = "User", description = "empty: without login")
    String user() default "";

    @AttributeDefinition(name = "Password", description = "of that user")
    String password() default "";

    @AttributeDefinition(name = "From", description = "address that notices come from and answers go to")
    String from() default "";

    @AttributeDefinition(name = "Timeout", description = "seconds for connecting, and for each answer of the server")
    int timeout_seconds() default 20;
}
