package fr.gestmat.bench.heap;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Another virtual machine of this account, looked into without having been told to allow it. */
public final class Attached implements AutoCloseable {

  private final JMXConnector connector;

  private Attached(JMXConnector connector) {
    this.connector = connector;
  }

  /**
   * Attaches to a virtual machine.
   *
   * @param process number of its process
   */
  @SuppressWarnings("BanJNDI") // The address is what our own process answered on this machine.
  public static Attached to(long process) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
      try {
        String address = machine.startLocalManagementAgent();
        return new Attached(JMXConnectorFactory.connect(new JMXServiceURL(address)));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /** Its beans. */
  public MBeanServerConnection beans() throws IOException {
    return connector.getMBeanServerConnection();
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
