import type { Endpoint } from '#contract/endpoint.ts';
import { Button, type ButtonProps } from 'antd';
import type { Command, CommandFields } from '../use-command.ts';

type CommandButtonProps<E extends Endpoint> = Omit<ButtonProps, 'onClick' | 'loading'> & {
  readonly command: Command<E>;
  readonly given: () => CommandFields<E>;
};

/** A button that sends one command. While it runs it takes no further press, and a second press is safe anyway. */
export const CommandButton = <E extends Endpoint>({
  command,
  given,
  children,
  ...rest
}: CommandButtonProps<E>) => (
  <Button
    {...rest}
    loading={command.pending}
    aria-busy={command.pending}
    onClick={() => void command.run(given())}
  >
    {children}
  </Button>
);
