package org.lottrace.notice.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of notices as letters. */
@ObjectClassDefinition(name = "LotTrace recall notices: letters")
@interface LetterConfig {
    @AttributeDefinition(
            name = "Folder",
            description = "where letters are put for printing, one PDF and one CSV file for each notice; empty: none")
    String folder() default "";
}
