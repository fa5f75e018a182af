package dev.docket.start;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.postgresql.core.PGStream;
import org.postgresql.core.v3.ConnectionFactoryImpl;
import org.postgresql.sspi.ISSPIClient;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** In a native image the driver has no Windows login: what that needs is not on the class path, and stops the build. */
@TargetClass(ConnectionFactoryImpl.class)
final class WithoutWindowsLogin {
    private WithoutWindowsLogin() {}

    @Substitute
    private static ISSPIClient createSSPI(PGStream stream, String service, boolean negotiate) throws PSQLException {
        throw new PSQLException(
                "The server asks for a Windows login, which is not built in.", PSQLState.CONNECTION_REJECTED);
    }
}
