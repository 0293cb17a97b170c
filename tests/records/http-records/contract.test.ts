import { httpRecords } from '../../../src/records/http-records/http-records.ts';
import { recordStoreContract } from '../../contracts/record-store.ts';
import { testDatabases } from '../../helpers/database.ts';
import { freePort } from '../../helpers/free-port.ts';
import { openMunicipality } from '../records-folder.ts';
import { serveRecords, TOKEN } from './serve-records.ts';

const [pglite] = testDatabases();

recordStoreContract(
  'an HTTP service',
  async (files) => {
    const city = await openMunicipality(pglite!.open);
    if (files) await city.load(files);
    const server = await serveRecords(city.database);
    return {
      records: httpRecords({ url: server.address, token: TOKEN }),
      close: () => server.close().then(city.close),
    };
  },
  async () => ({
    records: httpRecords({ url: `http://127.0.0.1:${await freePort()}`, token: TOKEN }),
    close: async () => {},
  }),
);
