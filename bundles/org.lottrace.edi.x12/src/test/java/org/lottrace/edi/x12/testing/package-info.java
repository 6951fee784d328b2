/** For the tests of the bundles that read and write transaction sets. */
package org.lottrace.edi.x12.testing;
