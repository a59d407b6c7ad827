import { expect, test } from 'vitest';
import { paths } from './paths.ts';

test('the addresses that bookmarks and letters point to stay what they are', () => {
  expect({
    home: paths.home(),
    signIn: paths.signIn('/matters/7?x=1'),
    signInAtHome: paths.signIn('/'),
    workbench: paths.workbench('todo'),
    done: paths.workbench('done'),
    ledger: paths.ledger({ stage: 'filed,assigned', unitId: 3, q: undefined }),
    overview: paths.overview({ year: 2026 }),
    matter: paths.matter(7),
    reply: paths.inMatter(7, 'reply/2'),
    import: paths.import(),
    setup: paths.setup('units'),
  }).toMatchInlineSnapshot(`
    {
      "done": "/workbench?list=done",
      "home": "/",
      "import": "/import",
      "ledger": "/ledger?stage=filed%2Cassigned&unitId=3",
      "matter": "/matters/7",
      "overview": "/overview?year=2026",
      "reply": "/matters/7/reply/2",
      "setup": "/setup/units",
      "signIn": "/sign-in?next=%2Fmatters%2F7%3Fx%3D1",
      "signInAtHome": "/sign-in",
      "workbench": "/workbench",
    }
  `);
});
