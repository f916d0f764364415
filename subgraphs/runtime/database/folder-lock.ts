import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes the folder for this process, or throws naming the process that has it.
 * Two processes on one embedded database would silently lose data; a lock left by a dead process is taken over.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder !== process.pid && Number.isInteger(holder) && holder > 0 && isAlive(holder))
        throw new Error(
          `数据目录 ${folder} 正被进程 ${holder} 使用。请先停止该进程，或用 DATA_DIR 指定另一个目录。`,
        );
      await rm(path, { force: true });
    }
  }
  throw new Error(`无法锁定数据目录 ${folder}：另一个进程正在同时启动。请稍后再试。`);
}
