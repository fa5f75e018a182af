package dev.docket.start;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.flywaydb.core.internal.scanner.classpath.ClassPathLocationScanner;
import org.flywaydb.core.internal.scanner.classpath.ClassPathScanner;

/**
 * In a native image Flyway cannot search for migrations, and need not, as {@link MigrationScripts} names them. What it
 * would search with asks for application servers that are not on the class path, and stops the build.
 */
@TargetClass(ClassPathScanner.class)
final class WithoutSearchForMigrations {
    private WithoutSearchForMigrations() {}

    @Substitute
    private ClassPathLocationScanner createLocationScanner(String protocol) {
        return null;
    }
}
